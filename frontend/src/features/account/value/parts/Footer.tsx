import { IconMail } from '@tabler/icons-react';
import type { Timeline } from '@/api/value';
import { Button } from '@/ui';
import { UpdateReadings } from '../../readings/UpdateReadings';
import { StoryActions } from '../../StoryActions';
import { countSentence, waitingSentence } from '../sentences';
import type { Voice } from '../words';
import classes from './Footer.module.css';

/** Counts the benefits, says whose yes the claims wait for, and offers the story. */
export function Footer(props: { timeline: Timeline; voice: Voice; onAsk: () => void }) {
  const { timeline, voice } = props;
  const { say, locale } = voice;
  const count = timeline.lanes.reduce((sum, lane) => sum + lane.benefits.length, 0);
  return (
    <footer className={classes['footer']}>
      <b>{say('count.benefits', { count })}</b>
      <span className={classes['count']}>{countSentence(timeline, say, locale)}</span>
      <span className={classes['waiting']} title={waitingSentence(timeline, voice)}>
        {waitingSentence(timeline, voice)}
      </span>
      {timeline.waiting.steps.length > 0 && (
        <Button
          size="small"
          icon={<IconMail size={13} stroke={1.6} aria-hidden />}
          onClick={props.onAsk}
        >
          {say('ask.button')}
        </Button>
      )}
      <UpdateReadings account={timeline.account} />
      <StoryActions timeline={timeline} voice={voice} />
    </footer>
  );
}
