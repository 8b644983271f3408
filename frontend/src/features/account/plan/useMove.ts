import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import type { Milestone } from '@/api/plan';
import { type Day, dayOf } from '../value/days';
import { type LineMark, standsOn } from './line';

interface Move {
  id: string;
  day: Day;
}

/** A milestone on its way, and where it would stand if it were let go now. */
export interface Moving extends Move {
  mark: LineMark;
}

/** How far the pointer must be drawn before it is a move and no click. */
const slack = 4;

interface Drag {
  id: string;
  pointer: number;
  /** Where the pointer went down, and the day that stood under the mark then. */
  px: number;
  from: Day;
}

interface Options {
  marks: readonly LineMark[];
  /** The days on which a milestone may stand: those that the line shows. */
  first: Day;
  last: Day;
  /** How wide one day is drawn. */
  dayWidth: number;
  /** Gives a milestone another due date. */
  onMove: (id: string, day: Day) => Promise<unknown>;
  /** Tells that what is done stays where it is. */
  onFixed: () => void;
}

/**
 * Moves milestones along the line: by the pointer, and by Alt with Left or Right a day,
 * with Shift a week. Steps by keys add up until Alt is let go, so that they are one
 * action and one undo takes them back. Escape leaves the milestone where it was.
 */
export function useMove({ marks, first, last, dayWidth, onMove, onFixed }: Options) {
  const [move, setMove] = useState<Move | null>(null);
  const drag = useRef<Drag | null>(null);
  // The click that ends a drag must not open the card.
  const dragged = useRef(false);
  const saved = useRef<Move | null>(null);
  const within = (day: Day) => Math.min(Math.max(day, first), last);
  const stop = () => {
    drag.current = null;
    setMove(null);
  };
  const commit = () => {
    drag.current = null;
    const mark = marks.find((one) => one.milestone.id === move?.id);
    if (move === null || move === saved.current) return;
    if (mark === undefined || dayOf(mark.milestone.due) === move.day) {
      setMove(null);
      return;
    }
    saved.current = move;
    // It stays drawn at its new place until the page has it there; what fails is shown.
    void onMove(move.id, move.day)
      .catch(() => undefined)
      .finally(() => setMove((now) => (now === move ? null : now)));
  };
  const stepBy = (milestone: Milestone, days: number) => {
    const now = move?.id === milestone.id ? move.day : dayOf(standsOn(milestone));
    setMove({ id: milestone.id, day: within(now + days) });
  };
  useEscape(move !== null, stop);

  const handlersOf = ({ milestone }: LineMark) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      dragged.current = false;
      if (event.button !== 0 || milestone.done_on !== '') return;
      const from = dayOf(standsOn(milestone));
      drag.current = { id: milestone.id, pointer: event.pointerId, px: event.clientX, from };
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const at = drag.current;
      if (at === null || at.pointer !== event.pointerId) return;
      const away = event.clientX - at.px;
      if (!dragged.current && Math.abs(away) < slack) return;
      if (!dragged.current) event.currentTarget.setPointerCapture(event.pointerId);
      dragged.current = true;
      setMove({ id: at.id, day: within(at.from + Math.round(away / dayWidth)) });
    },
    onPointerUp: () => {
      if (drag.current !== null && dragged.current) commit();
      else drag.current = null;
    },
    onPointerCancel: stop,
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      dragged.current = false;
      const days = stepOf(event);
      if (days === 0) return;
      // Alt with an arrow leaves the page in a browser.
      event.preventDefault();
      event.stopPropagation();
      if (milestone.done_on !== '') onFixed();
      else stepBy(milestone, days);
    },
    onKeyUp: (event: KeyboardEvent<HTMLElement>) => {
      if (event.key === 'Alt' && drag.current === null && move !== null) {
        event.preventDefault();
        commit();
      }
    },
    onBlur: () => {
      if (drag.current === null && move !== null) commit();
    },
  });
  /** Says whether a click was the end of a drag. */
  const wasDragged = () => {
    const was = dragged.current;
    dragged.current = false;
    return was;
  };
  const mark = marks.find((one) => one.milestone.id === move?.id);
  const moving: Moving | null = move === null || mark === undefined ? null : { ...move, mark };
  return { moving, handlersOf, wasDragged };
}

/** Returns by how many days a key moves a milestone; most keys do not. */
function stepOf(event: KeyboardEvent): number {
  if (!event.altKey) return 0;
  const size = event.shiftKey ? 7 : 1;
  if (event.key === 'ArrowLeft') return -size;
  return event.key === 'ArrowRight' ? size : 0;
}

/** Escape leaves while something moves, and closes nothing else. */
function useEscape(on: boolean, leave: () => void) {
  const latest = useRef(leave);
  useEffect(() => {
    latest.current = leave;
  });
  useEffect(() => {
    if (!on) return;
    const onKeyDown = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      latest.current();
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [on]);
}
