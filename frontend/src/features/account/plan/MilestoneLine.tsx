import { useId, useRef, useState } from 'react';
import type { Milestone, PlanPage } from '@/api/plan';
import { Button, useToast } from '@/ui';
import type { At } from '../at';
import { dayOf, isoOf } from '../value/days';
import { useFontsReady, useSize } from '../value/hooks';
import { measureText } from '../value/layout';
import { usePlan } from './context';
import { Ground, Moved, MovedTo, Sign, Words } from './LineMarks';
import { layLine, markY, rowHeight, standsOn } from './line';
import { MilestoneCard } from './MilestoneCard';
import classes from './MilestoneLine.module.css';
import { AddLine } from './OutcomeRow';
import { useMove } from './useMove';

/** Draws the milestones on one line of time: theirs above, ours below, arcs for what waits. */
export function MilestoneLine() {
  const { page, say, day, change, at: asked } = usePlan();
  const toast = useToast();
  const hint = useId();
  const [open, setOpen] = useState(asked.kind === 'milestone' ? asked.id : '');
  const [showRest, setShowRest] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const { width } = useSize(box);
  useFontsReady();
  const today = dayOf(page.today);
  const left = 92;
  const subOf = (one: Milestone) => subWords(one, day, say);
  const line = layLine(
    page.milestones,
    today,
    { left, right: Math.max(width - 4, left + 200) },
    (text, strong) => measureText(text, strong ? 12 : 11, strong ? 600 : 400) * 1.02,
    subOf,
  );
  const middle = 12 + line.rows.client * rowHeight;
  const foot = middle + 14 + line.rows.us * rowHeight;
  const at = line.x(today);
  const toggle = (id: string) => setOpen(open === id ? '' : id);
  const chosen = page.milestones.find((one) => one.id === open);
  const { moving, handlersOf, wasDragged } = useMove({
    ...line,
    onMove: (id, to) => {
      const title = page.milestones.find((one) => one.id === id)?.title ?? '';
      const due = isoOf(to);
      return change('milestone', id, { due }, say('line.moved', { title, day: day(due) }));
    },
    onFixed: () => toast({ message: say('line.fixed') }),
  });
  return (
    <section className={classes['line']} aria-label={say('line.label')}>
      {page.milestones.length > 0 && width > 0 ? (
        <div ref={box} className={classes['picture']} style={{ height: foot + 18 }}>
          <svg width={width} height={foot + 18} aria-hidden="true">
            <Ground line={line} left={left} width={width} middle={middle} foot={foot} today={at} />
            {line.marks.map((mark) => (
              <g key={mark.milestone.id} opacity={mark === moving?.mark ? 0.35 : 1}>
                <line
                  x1={mark.x}
                  x2={mark.x}
                  y1={middle}
                  y2={markY(mark, middle)}
                  stroke="var(--line-2)"
                />
                <circle cx={mark.x} cy={middle} r={2.3} fill="var(--ink-2)" />
                <Sign mark={mark} y={markY(mark, middle)} />
              </g>
            ))}
            <line x1={at} x2={at} y1={6} y2={foot + 2} stroke="var(--ink)" strokeWidth={1.5} />
            <Moved line={line} moving={moving} middle={middle} />
          </svg>
          <span className={classes['today']} style={{ left: at, top: middle }}>
            {say('line.today')}
          </span>
          <span
            className={classes['side']}
            style={{ bottom: foot + 18 - middle + 5 }}
            title={page.name}
          >
            {page.name}
          </span>
          <span className={classes['side']} style={{ top: middle + 5 }} title={page.us}>
            {page.us}
          </span>
          <ul>
            {line.marks.map((mark) => (
              <li key={mark.milestone.id}>
                <Words
                  mark={mark}
                  y={markY(mark, middle)}
                  open={open === mark.milestone.id}
                  label={stateWords(mark.milestone, mark.sub, say)}
                  hint={mark.milestone.done_on === '' ? hint : undefined}
                  moving={mark === moving?.mark}
                  handlers={handlersOf(mark)}
                  onOpen={() => {
                    if (!wasDragged()) toggle(mark.milestone.id);
                  }}
                />
              </li>
            ))}
          </ul>
          <span id={hint} hidden>
            {say('line.move')}
          </span>
          <MovedTo line={line} moving={moving} middle={middle} width={width} />
        </div>
      ) : (
        <div ref={box} className={classes['none']}>
          {page.milestones.length === 0 && <p>{say('line.none')}</p>}
        </div>
      )}
      <div className={classes['foot']}>
        <AddMilestone onAdded={setOpen} />
        {line.rest.length > 0 && (
          <Button
            size="small"
            look="quiet"
            aria-expanded={showRest}
            onClick={() => setShowRest(!showRest)}
          >
            {say('line.rest', { count: line.rest.length })}
          </Button>
        )}
      </div>
      {showRest && <Rest milestones={line.rest} open={open} onOpen={setOpen} subOf={subOf} />}
      {chosen !== undefined && (
        <MilestoneCard key={chosen.id} milestone={chosen} onClose={() => setOpen('')} />
      )}
    </section>
  );
}

/** Adds a milestone of ours, for the change that a link asks it for. */
function AddMilestone({ onAdded }: { onAdded: (id: string) => void }) {
  const { page, say, locale, add, at } = usePlan();
  // A change that nothing of ours helps yet: the milestone that is added is for it.
  const helped = helpedBy(page, at);
  return (
    <AddLine
      say={say}
      fresh={helped !== undefined}
      label={helped === undefined ? say('line.add') : say('line.addFor', { what: helped.to })}
      placeholder={say('line.newTitle')}
      locale={locale}
      onAdd={async (title) =>
        onAdded(
          await add('milestone', page.plan.id, {
            title,
            side: 'us',
            ...(helped !== undefined && { behavior_change_id: helped.id }),
          }),
        )
      }
    />
  );
}

/** Finds the change that a link asks a milestone for, while no milestone of ours helps it. */
function helpedBy(page: PlanPage, at: At) {
  if (at.kind !== 'behavior_change' || at.field !== 'help') return undefined;
  if (page.milestones.some((one) => one.behavior_change_id === at.id && one.side === 'us'))
    return undefined;
  return page.outcomes.flatMap((o) => o.changes).find((one) => one.id === at.id);
}

type Say = ReturnType<typeof usePlan>['say'];

function subWords(one: Milestone, day: (iso: string) => string, say: Say): string {
  const on = standsOn(one);
  return [
    on === '' ? say('line.noDay') : day(on),
    one.owner,
    one.late > 0 ? say('line.late', { count: one.late }) : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
}

function stateWords(one: Milestone, sub: string, say: Say): string {
  return say('line.state', {
    title: one.title,
    side: say(one.side === 'client' ? 'line.theirs' : 'line.ours'),
    when: sub,
    state: say(one.done_on === '' ? 'line.open' : 'line.done').toLowerCase(),
  });
}

/** Lists the milestones that the line has no place for. */
function Rest(props: {
  milestones: readonly Milestone[];
  open: string;
  onOpen: (id: string) => void;
  subOf: (one: Milestone) => string;
}) {
  const { say } = usePlan();
  return (
    <ul className={classes['rest']} aria-label={say('line.restTitle')}>
      {props.milestones.map((one) => (
        <li key={one.id}>
          <button
            type="button"
            aria-expanded={props.open === one.id}
            onClick={() => props.onOpen(props.open === one.id ? '' : one.id)}
          >
            <b className={classes['restTitle']}>{one.title}</b>
            <span>
              {say(one.side === 'client' ? 'line.theirs' : 'line.ours')} · {props.subOf(one)}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
