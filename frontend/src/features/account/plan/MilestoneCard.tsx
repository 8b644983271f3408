import { IconCheck, IconTrash } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { toProblem } from '@/api';
import type { Milestone } from '@/api/plan';
import { Button, useToast } from '@/ui';
import { usePlan } from './context';
import { Edit } from './Edit';
import { Fold } from './Fold';
import { foldFields } from './fields';
import classes from './MilestoneLine.module.css';

/** Draws all of one milestone under the line, edited in place. Esc closes it. */
export function MilestoneCard({
  milestone,
  onClose,
}: {
  milestone: Milestone;
  onClose: () => void;
}) {
  const { page, say, locale, change, remove } = usePlan();
  const toast = useToast();
  const done = milestone.done_on !== '';
  const others = page.milestones.filter((one) => one.id !== milestone.id);
  const toggle = async (id: string, on: boolean) => {
    const list = on
      ? [...milestone.depends_on, id]
      : milestone.depends_on.filter((one) => one !== id);
    try {
      await change('milestone', milestone.id, { depends_on: list.join(' ') });
    } catch (cause) {
      toast({ message: toProblem(cause).message, bad: true });
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose();
  };
  return (
    <section className={classes['card']} aria-label={milestone.title} onKeyDown={onKeyDown}>
      <h3>
        <Edit
          label={say('edit', { what: say('field.title') })}
          value={milestone.title}
          placeholder={say('line.newTitle')}
          locale={locale}
          onSave={(text) => change('milestone', milestone.id, { title: text })}
        />
      </h3>
      <Fold kind="milestone" record={milestone} fields={foldFields.milestone} />
      {others.length > 0 && (
        <fieldset className={classes['waits']}>
          <legend>{say('field.depends_on')}</legend>
          {others.map((one) => (
            <label key={one.id}>
              <input
                type="checkbox"
                checked={milestone.depends_on.includes(one.id)}
                onChange={(event) => void toggle(one.id, event.currentTarget.checked)}
              />
              {one.title}
            </label>
          ))}
        </fieldset>
      )}
      <div className={classes['actions']}>
        <Button
          size="small"
          icon={<IconCheck size={13} stroke={1.8} aria-hidden />}
          onClick={() =>
            void change(
              'milestone',
              milestone.id,
              { done_on: done ? '' : page.today },
              say(done ? 'line.reopened' : 'line.markedDone'),
            ).catch(() => undefined)
          }
        >
          {say(done ? 'line.reopen' : 'line.markDone')}
        </Button>
        <Button
          size="small"
          look="quiet"
          icon={<IconTrash size={13} stroke={1.6} aria-hidden />}
          onClick={() => void remove('milestone', milestone.id, say('line.deleted')).then(onClose)}
        >
          {say('line.delete')}
        </Button>
        <Button size="small" look="quiet" onClick={onClose}>
          {say('close')}
        </Button>
      </div>
    </section>
  );
}
