import { IconArrowRight, IconChevronDown, IconTrash } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { type BehaviorChange, stages } from '@/api/plan';
import { Button } from '@/ui';
import { placeOf } from '../at';
import own from './Change.module.css';
import { useFoldAt, usePlan } from './context';
import { Edit } from './Edit';
import { Fold } from './Fold';
import { foldFields } from './fields';
import classes from './Outcomes.module.css';

/** Draws how one way of working changes: from, to, how far it has stuck, who and how many. */
export function ChangeBlock({ change: item }: { change: BehaviorChange }) {
  const { say, locale, change, remove } = usePlan();
  const [open, setOpen] = useFoldAt('behavior_change', item.id, foldFields.behavior_change);
  return (
    <li className={own['change']} data-at={placeOf('behavior_change', item.id)}>
      <div className={own['from']}>
        <Edit
          label={say('edit', { what: say('field.from') })}
          value={item.from}
          placeholder={say('change.from')}
          locale={locale}
          onSave={(text) => change('behavior_change', item.id, { from: text })}
        />
      </div>
      <div className={own['to']}>
        <IconArrowRight size={13} stroke={1.6} aria-hidden />
        <Edit
          label={say('edit', { what: say('field.to') })}
          value={item.to}
          placeholder={say('change.to')}
          locale={locale}
          onSave={(text) => change('behavior_change', item.id, { to: text })}
        />
      </div>
      <Pips change={item} />
      <div className={own['who']}>
        <p>
          {whoWords(item, say)} · <Since change={item} />
        </p>
        <button
          type="button"
          className={classes['more']}
          aria-expanded={open}
          aria-label={say('change.more')}
          onClick={() => setOpen(!open)}
        >
          <IconChevronDown size={14} stroke={1.7} aria-hidden data-open={open} />
        </button>
      </div>
      <Trouble change={item} />
      {open && (
        <div className={classes['foldOut']}>
          <Fold kind="behavior_change" record={item} fields={foldFields.behavior_change} />
          <Button
            size="small"
            look="quiet"
            icon={<IconTrash size={13} stroke={1.6} aria-hidden />}
            onClick={() => void remove('behavior_change', item.id, say('change.deleted'))}
          >
            {say('change.delete')}
          </Button>
        </div>
      )}
    </li>
  );
}

function whoWords(
  item: BehaviorChange,
  say: (key: string, values?: Record<string, string | number>) => string,
): string {
  if (item.people === null) return item.who === '' ? say('change.who') : item.who;
  if (item.who === '') return say('change.peopleOnly', { count: item.people });
  return say('change.people', { count: item.people, who: item.who });
}

function Since({ change: item }: { change: BehaviorChange }) {
  const { say, day } = usePlan();
  return <>{item.stage_on === '' ? '' : say('change.since', { day: day(item.stage_on) })}</>;
}

/** Says when a change is about to be stuck, or is. */
function Trouble({ change: item }: { change: BehaviorChange }) {
  const { say } = usePlan();
  const settled =
    item.stage === 'habit' || item.stage === 'embedded' || item.stage === 'not started';
  if (settled && !item.stuck) return null;
  if (item.days < 90) return null;
  const words = { stage: say(`change.stages.${item.stage}`), count: item.days };
  return (
    <p className={own['trouble']}>{say(item.stuck ? 'change.stuck' : 'change.nearly', words)}</p>
  );
}

/** Draws the five stages; arrow keys or a click on one move it. */
function Pips({ change: item }: { change: BehaviorChange }) {
  const { say, change } = usePlan();
  const at = stages.indexOf(item.stage);
  const set = (to: number) => {
    const stage = stages[to];
    if (stage === undefined || to === at) return;
    // What fails is shown by the write itself.
    void change('behavior_change', item.id, { stage }).catch(() => undefined);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey) return;
    const moves: Record<string, number> = {
      ArrowRight: at + 1,
      ArrowUp: at + 1,
      ArrowLeft: at - 1,
      ArrowDown: at - 1,
      Home: 0,
      End: stages.length - 1,
    };
    const to = moves[event.key];
    if (to === undefined) return;
    event.preventDefault();
    set(to);
  };
  const title = item.to === '' ? item.process : item.to;
  const tone = at >= 3 ? 'good' : 'calm';
  return (
    <div className={own['stage']}>
      <div
        role="slider"
        data-at={placeOf('behavior_change', item.id, 'stage')}
        tabIndex={0}
        aria-label={say('change.stage', { title })}
        aria-valuemin={0}
        aria-valuemax={stages.length - 1}
        aria-valuenow={at}
        aria-valuetext={say(`change.stages.${item.stage}`)}
        className={own['pips']}
        data-tone={tone}
        onKeyDown={onKeyDown}
      >
        {stages.map((stage, i) => (
          // biome-ignore lint/a11y/noStaticElementInteractions: the slider around it answers the keys
          // biome-ignore lint/a11y/useKeyWithClickEvents: the slider around it answers the keys
          <i
            key={stage}
            title={say(`change.stages.${stage}`)}
            data-full={i <= at}
            onClick={() => set(i)}
          />
        ))}
      </div>
      <b>{say(`change.stages.${item.stage}`)}</b>
    </div>
  );
}
