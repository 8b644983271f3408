import { useRef, useState } from 'react';
import type { Milestone, PlanPage } from '@/api/plan';
import { Button } from '@/ui';
import type { At } from '../at';
import { dayOf } from '../value/days';
import { useFontsReady, useSize } from '../value/hooks';
import { measureText } from '../value/layout';
import { plainMonth } from '../value/ticks';
import { usePlan } from './context';
import { type LineMark, layLine, standsOn } from './line';
import { MilestoneCard } from './MilestoneCard';
import classes from './MilestoneLine.module.css';
import { AddLine } from './OutcomeRow';

const rowHeight = 36;

/** Draws the milestones on one line of time: theirs above, ours below, arcs for what waits. */
export function MilestoneLine() {
  const { page, say, locale, day, add, at: asked } = usePlan();
  const [open, setOpen] = useState(asked.kind === 'milestone' ? asked.id : '');
  // A change that nothing of ours helps yet: the milestone that is added is for it.
  const helped = helpedBy(page, asked);
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
  const chosen = page.milestones.find((one) => one.id === open);
  const month = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' });
  return (
    <section className={classes['line']} aria-label={say('line.label')}>
      {page.milestones.length > 0 && width > 0 ? (
        <div ref={box} className={classes['picture']} style={{ height: foot + 18 }}>
          <svg width={width} height={foot + 18} aria-hidden="true">
            <line
              x1={left}
              x2={width}
              y1={middle}
              y2={middle}
              stroke="var(--line-2)"
              strokeWidth={1.5}
            />
            <line
              x1={left}
              x2={at}
              y1={middle}
              y2={middle}
              stroke="var(--ink-2)"
              strokeWidth={1.5}
            />
            {line.months.map((start, i) => (
              <g key={start}>
                <line
                  x1={line.x(start)}
                  x2={line.x(start)}
                  y1={middle - 3}
                  y2={middle + 3}
                  stroke="var(--line-ctl)"
                />
                <line
                  x1={line.x(start)}
                  x2={line.x(start)}
                  y1={foot + 2}
                  y2={foot + 8}
                  stroke="var(--line-2)"
                />
                <text x={line.x(start) + 5} y={foot + 12} fontSize={11} fill="var(--ink-3)">
                  {monthWords(start, i, month)}
                </text>
              </g>
            ))}
            <line x1={left} x2={width} y1={foot + 2} y2={foot + 2} stroke="var(--line)" />
            {line.arcs.map((arc) => (
              <path
                key={arc.key}
                d={`M${arc.from} ${middle - 2}C${arc.from} ${middle - 10} ${arc.to} ${middle - 10} ${arc.to} ${middle - 2}`}
                fill="none"
                stroke="var(--ink-3)"
                strokeWidth={1.3}
                strokeDasharray="1.5 2.5"
              />
            ))}
            {line.marks.map((mark) => (
              <g key={mark.milestone.id}>
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
                  onOpen={() => setOpen(open === mark.milestone.id ? '' : mark.milestone.id)}
                />
              </li>
            ))}
          </ul>
        </div>
      ) : (
        <div ref={box} className={classes['none']}>
          {page.milestones.length === 0 && <p>{say('line.none')}</p>}
        </div>
      )}
      <div className={classes['foot']}>
        <AddLine
          say={say}
          fresh={helped !== undefined}
          label={helped === undefined ? say('line.add') : say('line.addFor', { what: helped.to })}
          placeholder={say('line.newTitle')}
          locale={locale}
          onAdd={async (title) =>
            setOpen(
              await add('milestone', page.plan.id, {
                title,
                side: 'us',
                ...(helped !== undefined && { behavior_change_id: helped.id }),
              }),
            )
          }
        />
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
      {showRest && (
        <ul className={classes['rest']} aria-label={say('line.restTitle')}>
          {line.rest.map((one) => (
            <li key={one.id}>
              <button
                type="button"
                aria-expanded={open === one.id}
                onClick={() => setOpen(open === one.id ? '' : one.id)}
              >
                <b className={classes['restTitle']}>{one.title}</b>
                <span>
                  {say(one.side === 'client' ? 'line.theirs' : 'line.ours')} · {subOf(one)}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {chosen !== undefined && (
        <MilestoneCard key={chosen.id} milestone={chosen} onClose={() => setOpen('')} />
      )}
    </section>
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

function monthWords(start: number, index: number, form: Intl.DateTimeFormat): string {
  const at = new Date(start * 86_400_000);
  const month = plainMonth(form.format(at));
  return index === 0 || at.getUTCMonth() === 0 ? `${month} ${at.getUTCFullYear()}` : month;
}

function markY(mark: LineMark, middle: number): number {
  const away = mark.row * rowHeight;
  return mark.milestone.side === 'client' ? middle - away - 26 : middle + away + 20;
}

/** The sign of a milestone: a tick when done, a triangle when late, a ring while open. */
function Sign({ mark, y }: { mark: LineMark; y: number }) {
  const { x, milestone } = mark;
  if (milestone.done_on !== '') {
    return (
      <>
        <circle cx={x} cy={y} r={6.5} fill="var(--green)" />
        <path
          d={`M${x - 2.8} ${y}l2 2 3.6-4`}
          stroke="var(--paper)"
          strokeWidth={1.5}
          fill="none"
        />
      </>
    );
  }
  if (milestone.late > 0) {
    return (
      <>
        <path
          d={`M${x} ${y - 7.5}l7.5 13.5h-15z`}
          fill="var(--amber-mark)"
          stroke="var(--amber-mark)"
          strokeLinejoin="round"
        />
        <path
          d={`M${x} ${y - 2.5}v4M${x} ${y + 3.6}v.2`}
          stroke="var(--paper)"
          strokeWidth={1.5}
          strokeLinecap="round"
        />
      </>
    );
  }
  return <circle cx={x} cy={y} r={5.5} fill="var(--paper)" stroke="var(--ink)" strokeWidth={1.7} />;
}

function Words(props: {
  mark: LineMark;
  y: number;
  open: boolean;
  label: string;
  onOpen: () => void;
}) {
  const { mark, y } = props;
  const late = mark.milestone.late > 0;
  return (
    <button
      type="button"
      className={classes['words']}
      data-left={mark.left}
      data-late={late}
      aria-expanded={props.open}
      aria-label={props.label}
      title={props.label}
      style={{
        top: y - 15,
        width: mark.room + 24,
        left: mark.left ? mark.x - mark.room - 14 : mark.x - 10,
      }}
      onClick={props.onOpen}
    >
      {mark.room > 0 && (
        <>
          <b>{mark.milestone.title}</b>
          <span>{mark.sub}</span>
        </>
      )}
    </button>
  );
}
