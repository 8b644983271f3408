import type { Timeline } from '@/api/value';
import { Button, EmptyState } from '@/ui';
import { writeDay } from '../format';
import type { Voice } from '../words';

/** Says what belongs here where an account has no benefits yet, and offers the first step. */
export function EmptyPicture(props: { timeline: Timeline; voice: Voice; onAdd: () => void }) {
  const { timeline, voice, onAdd } = props;
  const { say, locale } = voice;
  const due = timeline.first_value_due;
  return (
    <EmptyState
      title={say('empty.title')}
      actions={
        <Button look="primary" onClick={onAdd}>
          {say('benefit.addFirst')} <kbd>B</kbd>
        </Button>
      }
    >
      <p>{say('empty.text')}</p>
      {due !== '' && (
        <p>
          {say(timeline.first_value_overdue ? 'empty.overdue' : 'empty.due', {
            day: writeDay(due, locale),
          })}
        </p>
      )}
    </EmptyState>
  );
}
