import { type KeyboardEvent, type RefObject, useCallback } from 'react';
import { type MarkShape, marksOf } from '../lanes';
import type { Picture } from '../picture';

/**
 * Returns how arrow keys walk the marks: left and right along time through all
 * lanes' rows in turn, up and down to the nearest mark of the next row, Home and End
 * to the ends.
 */
export function useWalk(picture: Picture, frame: RefObject<HTMLElement | null>) {
  return useCallback(
    (event: KeyboardEvent, shape: MarkShape) => {
      const next = walk(picture, shape, event.key);
      if (next === undefined) return;
      event.preventDefault();
      const marks = frame.current?.querySelectorAll<SVGGElement>('[data-step]') ?? [];
      const mark = [...marks].find((m) => m.dataset['step'] === next);
      mark?.focus();
    },
    [picture, frame],
  );
}

/** Returns the step that a key leads to from a mark; undefined for other keys and at the ends. */
export function walk(picture: Picture, shape: MarkShape, key: string): string | undefined {
  const rows = picture.lanes
    .flatMap((lane) =>
      lane.rows.map((row) => marksOf(row, picture.window, picture.x, picture.layout.unit)),
    )
    .filter((marks) => marks.length > 0);
  const all = rows.flat();
  const at = all.findIndex((m) => m.step.id === shape.step.id);
  const row = rows.findIndex((marks) => marks.some((m) => m.step.id === shape.step.id));
  switch (key) {
    case 'ArrowRight':
      return all[at + 1]?.step.id;
    case 'ArrowLeft':
      return all[at - 1]?.step.id;
    case 'Home':
      return all[0]?.step.id;
    case 'End':
      return all[all.length - 1]?.step.id;
    case 'ArrowDown':
      return nearest(rows[row + 1], shape.x);
    case 'ArrowUp':
      return nearest(rows[row - 1], shape.x);
    default:
      return undefined;
  }
}

function nearest(marks: readonly MarkShape[] | undefined, x: number): string | undefined {
  if (marks === undefined) return undefined;
  return [...marks].sort((a, b) => Math.abs(a.x - x) - Math.abs(b.x - x))[0]?.step.id;
}
