import { isoOf } from '../value/days';
import { plainMonth } from '../value/ticks';
import { usePlan } from './context';
import type { MilestoneLine } from './line';
import { type LineMark, markY } from './line';
import classes from './MilestoneLine.module.css';
import type { Moving, useMove } from './useMove';

/** Draws what the milestones stand on: the line, its months, and what waits for what. */
export function Ground(props: {
  line: MilestoneLine;
  left: number;
  width: number;
  middle: number;
  foot: number;
  today: number;
}) {
  const { locale } = usePlan();
  const { line, left, width, middle, foot, today: at } = props;
  const month = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' });
  return (
    <>
      <line x1={left} x2={width} y1={middle} y2={middle} stroke="var(--line-2)" strokeWidth={1.5} />
      <line x1={left} x2={at} y1={middle} y2={middle} stroke="var(--ink-2)" strokeWidth={1.5} />
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
    </>
  );
}

interface MovedProps {
  line: MilestoneLine;
  moving: Moving | null;
  middle: number;
}

/** Draws a milestone where it would stand if it were let go; nothing while none is moved. */
export function Moved({ line, moving, middle }: MovedProps) {
  if (moving === null) return null;
  const { mark } = moving;
  const x = line.x(moving.day);
  const y = markY(mark, middle);
  return (
    <g>
      <line x1={x} x2={x} y1={middle} y2={y} stroke="var(--focus)" strokeWidth={1.5} />
      <Sign mark={{ ...mark, x }} y={y} />
    </g>
  );
}

/** Writes, and tells, the day that a milestone would have; nothing while none is moved. */
export function MovedTo({ line, moving, middle, width }: MovedProps & { width: number }) {
  const { day } = usePlan();
  const place = moving !== null && {
    left: Math.min(line.x(moving.day), width - 40),
    top: middle + (moving.mark.milestone.side === 'client' ? -14 : 14),
  };
  return (
    <span role="status" className={classes['day']} data-shown={moving !== null} style={place || {}}>
      {moving !== null && day(isoOf(moving.day))}
    </span>
  );
}

function monthWords(start: number, index: number, form: Intl.DateTimeFormat): string {
  const at = new Date(start * 86_400_000);
  const month = plainMonth(form.format(at));
  return index === 0 || at.getUTCMonth() === 0 ? `${month} ${at.getUTCFullYear()}` : month;
}

/** The sign of a milestone: a tick when done, a triangle when late, a ring while open. */
export function Sign({ mark, y }: { mark: LineMark; y: number }) {
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

/** The words of a milestone: they open its card, and are moved with it. */
export function Words(props: {
  mark: LineMark;
  y: number;
  open: boolean;
  label: string;
  /** Where it is told how it is moved; what is done does not move. */
  hint: string | undefined;
  moving: boolean;
  handlers: ReturnType<ReturnType<typeof useMove>['handlersOf']>;
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
      data-moves={props.hint !== undefined}
      data-moving={props.moving}
      aria-describedby={props.hint}
      {...(props.hint !== undefined && { 'aria-keyshortcuts': 'Alt+ArrowLeft Alt+ArrowRight' })}
      aria-expanded={props.open}
      aria-label={props.label}
      title={props.label}
      style={{
        top: y - 15,
        width: mark.room + 24,
        left: mark.left ? mark.x - mark.room - 14 : mark.x - 10,
      }}
      {...props.handlers}
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
