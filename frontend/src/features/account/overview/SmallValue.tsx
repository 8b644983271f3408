import { IconArrowRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useId, useMemo, useRef } from 'react';
import { value as api } from '@/api';
import type { OverviewPage } from '@/api/overview';
import type { Timeline } from '@/api/value';
import { useFormat } from '@/state';
import { Areas } from '../value/chart/Areas';
import { Ground, TimeAxis } from '../value/chart/Ground';
import { Hatches, hatchIds } from '../value/chart/Hatches';
import { DayDots, NameWords } from '../value/chart/NameWords';
import { Silent } from '../value/chart/Silent';
import { dayOf } from '../value/days';
import { writeDay, writeMoney } from '../value/format';
import { textUnit, useFontsReady, useSize, useVoice } from '../value/hooks';
import { spread } from '../value/labels';
import { measureText } from '../value/layout';
import { feltAt, levelAt } from '../value/levels';
import { namesOf } from '../value/names';
import { pictureOf } from '../value/picture';
import { WhyFigure } from '../WhyFigure';
import classes from './Overview.module.css';
import { type Say, useSay } from './say';

/** Draws the value picture small, until today, with the one sentence it proves. */
export function SmallValue({ page, name }: { page: OverviewPage; name: string }) {
  const say = useSay('overview');
  const { shortMoney, number } = useFormat();
  const timeline = useQuery({
    queryKey: ['account', page.account, 'timeline'],
    queryFn: () => api.timeline(page.account),
  });
  const times = page.arr > 0 && page.proved > 0 ? page.proved / page.arr : 0;
  const empty = page.proved === 0 && page.claimed === 0;
  return (
    <section aria-labelledby="value" className={classes['value']}>
      <div className={classes['head']}>
        <h2 id="value">{say('value.title')}</h2>
        {!empty && (
          <p className={classes['sentence']}>
            <WhyFigure
              account={page.account}
              figure={page.proved > 0 ? 'proved.level' : 'claimed.level'}
              title={say('value.title')}
            >
              {shortMoney(page.proved > 0 ? page.proved : page.claimed, page.currency)}
            </WhyFigure>{' '}
            {say(page.proved > 0 ? 'value.sentence' : 'value.only')}
            {times > 0 && `, ${say('value.times', { times: number(times, 1) })}`}
          </p>
        )}
        <a href={`#/accounts/${page.account}/value`} aria-label={say('value.openLabel')}>
          {say('value.open')}
          <IconArrowRight size={14} stroke={1.8} aria-hidden />
        </a>
      </div>
      {timeline.data !== undefined && timeline.data.lanes.length > 0 && (
        <SmallChart timeline={timeline.data} say={say} name={name} />
      )}
      {timeline.data !== undefined && timeline.data.lanes.length === 0 && (
        <div className={classes['lesson']}>
          <h3>{say('value.none')}</h3>
          <p>{say('value.emptyText')}</p>
        </div>
      )}
    </section>
  );
}

/** The room right of today for its values. */
const labelRoom = 132;

function SmallChart({ timeline, say, name }: { timeline: Timeline; say: Say; name: string }) {
  const frame = useRef<HTMLDivElement>(null);
  const { width } = useSize(frame);
  const fonts = useFontsReady();
  const voice = useVoice(timeline);
  const ids = hatchIds(useId().replace(/[^\w-]/g, ''));
  const unit = textUnit();
  // biome-ignore lint/correctness/useExhaustiveDependencies: words are measured anew when the fonts are there
  const picture = useMemo(() => {
    const today = dayOf(timeline.today);
    const from = Math.min(dayOf(timeline.from), today - 30);
    return pictureOf({
      timeline: { ...timeline, lanes: [] },
      window: { from, to: today },
      width: Math.max(width - labelRoom * unit, 260),
      height: 300 * unit,
      unit,
      voice,
      measure: measureText,
    });
  }, [timeline, width, unit, voice, fonts]);
  const names = useMemo(() => namesOf(picture, voice, measureText), [picture, voice]);
  const { layout, x } = picture;
  const top = layout.top - 14 * unit;
  const height = layout.foot + 24 * unit - top;
  const renewed = timeline.lines.filter(
    (line) => line.kind === 'renewed' && line.on <= timeline.today,
  );
  return (
    <div ref={frame}>
      <svg
        width={layout.right + labelRoom * unit}
        height={height}
        viewBox={`0 ${top} ${layout.right + labelRoom * unit} ${height}`}
        role="img"
        aria-label={say('value.picture', { name })}
        style={{ display: 'block', maxWidth: '100%' }}
      >
        <Hatches ids={ids} />
        <Ground picture={{ ...picture, height: layout.foot }} voice={voice} />
        <Areas picture={picture} ids={ids} />
        <Silent stroke="var(--ink-3)">
          {renewed.map((line) => (
            <line
              key={line.on}
              x1={x(dayOf(line.on))}
              x2={x(dayOf(line.on))}
              y1={layout.top + 30 * unit}
              y2={layout.foot}
            />
          ))}
        </Silent>
        <Silent>
          <NameWords
            names={{ silences: names.silences, lines: [], today: [], ends: [] }}
            unit={unit}
          />
        </Silent>
        <line
          x1={layout.right}
          x2={layout.right}
          y1={top}
          y2={layout.foot}
          stroke="var(--ink)"
          strokeWidth="1.3"
        />
        <DayDots picture={picture} day={picture.today} />
        <TimeAxis picture={picture} />
        <TodayWords timeline={timeline} picture={picture} say={say} voice={voice} />
      </svg>
    </div>
  );
}

function TodayWords(props: {
  timeline: Timeline;
  picture: ReturnType<typeof pictureOf>;
  say: Say;
  voice: ReturnType<typeof useVoice>;
}) {
  const { timeline, picture, say, voice } = props;
  const { layout, series, today, y } = picture;
  const { unit } = layout;
  const proved = levelAt(series.proved, today);
  const claimed = levelAt(series.claimed, today) - proved;
  const felt = feltAt(series.felt, today, series.halfLife);
  const leaves = timeline.lines.find(
    (line) => line.kind === 'leaves' && line.proved && line.on > timeline.today,
  );
  const write = (amount: number) => writeMoney(voice.form, amount);
  const words = [
    {
      key: 'claimed',
      at: proved + claimed,
      amount: claimed,
      color: 'var(--claim)',
      rest: [] as string[],
    },
    {
      key: 'proved',
      at: proved,
      amount: proved,
      color: 'var(--green)',
      rest:
        leaves === undefined
          ? []
          : [
              say('value.once', { amount: write(leaves.to) }),
              say('value.leaves', { day: writeDay(leaves.on, voice.locale, false) }),
            ],
    },
    { key: 'felt', at: felt, amount: felt, color: 'var(--ink)', rest: [] as string[] },
  ].filter((one) => one.amount > 0.5);
  const sizes = words.map((one) => ({
    key: one.key,
    y: y(one.at) + one.rest.length * 7 * unit,
    height: (16 + one.rest.length * 14) * unit,
  }));
  const places = spread(sizes, layout.top - 14 * unit, layout.foot + 4 * unit);
  return (
    <g>
      {words.map((one) => {
        const middle = places.get(one.key) ?? y(one.at);
        const first = middle - one.rest.length * 7 * unit + 4 * unit;
        return (
          <g key={one.key}>
            <text
              x={layout.right + 9 * unit}
              y={first}
              fontSize={11.5 * unit}
              fontWeight="600"
              fill={one.color}
            >
              {say(`value.${one.key}`, { amount: write(one.amount) })}
            </text>
            {one.rest.map((text, i) => (
              <text
                key={text}
                x={layout.right + 9 * unit}
                y={first + (i + 1) * 14 * unit}
                fontSize={11 * unit}
                fill="var(--ink-3)"
              >
                {text}
              </text>
            ))}
          </g>
        );
      })}
    </g>
  );
}
