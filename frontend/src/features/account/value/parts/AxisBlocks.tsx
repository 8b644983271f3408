import { IconArrowNarrowRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Axes, Axis, Timeline } from '@/api/value';
import { verdictLook } from '@/lib/verdict';
import { Trend } from '@/ui';
import { WhyFigure } from '../../WhyFigure';
import { writeChange, writeDay, writeMoney } from '../format';
import { axesSentence } from '../sentences';
import type { Voice } from '../words';
import classes from './AxisBlocks.module.css';
import { HatchSquare } from './HatchSquare';
import { StepLine } from './StepLine';

/** Draws the verdict with its sentence and the four axes since the last renewal. */
export function AxisBlocks({ timeline, voice }: { timeline: Timeline; voice: Voice }) {
  const { t } = useTranslation();
  const { axes, account } = timeline;
  const look = verdictLook(axes.verdict);
  const word = t(look.key);
  return (
    <section className={classes['blocks']} aria-label={voice.say('axis.label')}>
      <div className={classes['verdict']}>
        <h2 className={classes[look.tone]}>
          <Trend shape={look.shape} size={16} />
          <WhyFigure account={account} figure="verdict" title={voice.say('why.verdict')}>
            {word}
          </WhyFigure>
        </h2>
        <p>{axesSentence(axes, voice.say, voice.locale)}</p>
        <FirstValue timeline={timeline} voice={voice} />
      </div>
      {timeline.lanes.length > 0 &&
        (['benefits', 'people', 'dimensions', 'value'] as const).map((key) => (
          <Block key={key} name={key} axes={axes} timeline={timeline} voice={voice} />
        ))}
    </section>
  );
}

function FirstValue({ timeline, voice }: { timeline: Timeline; voice: Voice }) {
  const due = timeline.first_value_due;
  // Without benefits the empty page says it.
  if (due === '' || timeline.lanes.length === 0) return null;
  const late = timeline.first_value_overdue;
  return (
    <p className={late ? classes['late'] : undefined}>
      {voice.say(late ? 'empty.overdue' : 'empty.due', { day: writeDay(due, voice.locale) })}
    </p>
  );
}

const figures = {
  benefits: 'benefits',
  people: 'people',
  dimensions: 'dimensions',
  value: 'level',
};

function Block(props: {
  name: 'benefits' | 'people' | 'dimensions' | 'value';
  axes: Axes;
  timeline: Timeline;
  voice: Voice;
}) {
  const { name, axes, timeline, voice } = props;
  const axis = axes[name];
  const write = (value: number) =>
    name === 'value'
      ? writeMoney(voice.form, value)
      : new Intl.NumberFormat(voice.locale).format(value);
  const title = voice.say(`axis.${name}`);
  return (
    <div className={classes['block']}>
      <h3>{title}</h3>
      <div className={classes['row']}>
        <div>
          <p className={classes['figures']}>
            <span className={classes['was']}>{write(axis.was)}</span>
            <IconArrowNarrowRight
              size={15}
              stroke={1.5}
              role="img"
              aria-label={voice.say('axis.to')}
            />
            <WhyFigure account={timeline.account} figure={figures[name]} title={title}>
              {write(axis.is)}
            </WhyFigure>
          </p>
          <p className={changeClass(axis)}>{changeWords(axis, name, voice)}</p>
          <Claimed axis={axis} name={name} axes={axes} voice={voice} />
        </div>
        <StepLine
          series={axis.series}
          from={axes.since}
          to={timeline.today}
          growing={axis.change >= 0}
        />
      </div>
    </div>
  );
}

function changeClass(axis: Axis): string {
  const tone = axis.change > 0 ? 'grew' : axis.change < 0 ? 'fell' : 'same';
  return `${classes['change'] ?? ''} ${classes[tone] ?? ''}`;
}

function changeWords(axis: Axis, name: string, { say, locale, form }: Voice): string {
  if (axis.change === 0) return say('axis.unchanged');
  if (name !== 'value') return writeChange(axis.change, locale);
  const money = writeMoney(form, axis.change, true);
  if (axis.was <= 0) return money;
  const share = new Intl.NumberFormat(locale, { style: 'percent', signDisplay: 'exceptZero' });
  return `${money}, ${share.format(axis.change / axis.was).replace('-', '−')}`;
}

function Claimed(props: { axis: Axis; name: string; axes: Axes; voice: Voice }) {
  const { axis, name, axes, voice } = props;
  if (Math.abs(axis.claimed) < 0.5) return null;
  const change =
    name === 'value'
      ? writeMoney(voice.form, axis.claimed, true)
      : writeChange(axis.claimed, voice.locale);
  return (
    <p
      className={classes['claimed']}
      title={voice.say('axis.claimedHint', { day: writeDay(axes.since, voice.locale) })}
    >
      <HatchSquare />
      {voice.say('axis.claimed', { change })}
    </p>
  );
}
