import type { Timeline } from '@/api/value';
import type { Day } from '../days';
import { writeDay } from '../format';
import type { MarkShape } from '../lanes';
import { amountOf, readingAt } from '../sentences';
import type { Voice } from '../words';
import classes from './Toolbar.module.css';

/** Reads the picture on the pointer's day, or the mark that has the focus, aloud and in words. */
export function Readout(props: {
  timeline: Timeline;
  day: Day;
  met: MarkShape | null;
  voice: Voice;
}) {
  const { timeline, day, met, voice } = props;
  return (
    <p className={classes['readout']} role="status" aria-live="polite">
      {met === null ? (
        <DayWords timeline={timeline} day={day} voice={voice} />
      ) : (
        <MarkWords met={met} voice={voice} />
      )}
    </p>
  );
}

function DayWords({ timeline, day, voice }: { timeline: Timeline; day: Day; voice: Voice }) {
  const reading = readingAt(timeline, day, voice);
  return (
    <>
      <b>{reading.day}</b>
      <i> · </i>
      <b className={classes['proved']}>{reading.proved}</b>
      {reading.claimed !== '' && (
        <>
          <i> · </i>
          <span className={classes['claimed']}>{reading.claimed}</span>
        </>
      )}
      <i> · </i>
      <span>{reading.felt}</span>
    </>
  );
}

function MarkWords({ met, voice }: { met: MarkShape; voice: Voice }) {
  const { step, benefit } = met;
  const people = step.people ?? 0;
  const claimed = step.confirmation === 'claimed';
  return (
    <>
      <b>{writeDay(step.on, voice.locale)}</b>
      <i> · </i>
      <span>{benefit.title}</span>
      <i> · </i>
      <b className={claimed ? classes['claimed'] : classes['proved']}>{amountOf(step, voice)}</b>
      {people > 0 && (
        <>
          <i> · </i>
          <span>{voice.say('people', { count: people })}</span>
        </>
      )}
      <i> · </i>
      <span className={claimed ? classes['claimed'] : undefined}>
        {voice.say(`confirmation.${step.confirmation}`)}
      </span>
    </>
  );
}
