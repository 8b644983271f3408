import { type PointerEvent, useState } from 'react';
import type { Timeline } from '@/api/value';
import { type Day, dayOf } from '../days';
import type { Picture } from '../picture';
import { type Window, windowOf } from '../scale';

/** How far the pointer must be drawn before it is a brush and no click. */
const slack = 6;

/** Follows the pointer over the picture: its day, and the stretch it is drawn across. */
export function useBrush(
  picture: Picture,
  timeline: Timeline,
  onZoom: (window: Window) => void,
  onDay: (day: Day | null) => void,
) {
  const [drag, setDrag] = useState<{ from: number; to: number } | null>(null);
  const inside = (event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    return event.clientX - box.left;
  };
  const clamp = (px: number) => Math.min(Math.max(px, picture.layout.left), picture.layout.right);
  const whole = { from: dayOf(timeline.from), to: dayOf(timeline.to) };
  const drawn = drag !== null && Math.abs(drag.to - drag.from) > slack;
  const handlers = {
    onPointerMove: (event: PointerEvent<SVGSVGElement>) => {
      const px = inside(event);
      if (drag !== null) {
        setDrag({ from: drag.from, to: clamp(px) });
        // The pointer is caught only once it is drawn: a click must still reach its mark.
        if (drawn) event.currentTarget.setPointerCapture(event.pointerId);
      }
      onDay(px < picture.layout.left - 4 ? null : Math.round(picture.x.invert(clamp(px))));
    },
    onPointerDown: (event: PointerEvent<SVGSVGElement>) => {
      const px = inside(event);
      if (event.button !== 0 || px < picture.layout.left) return;
      setDrag({ from: px, to: px });
    },
    onPointerUp: () => {
      if (drag !== null && drawn) {
        onZoom(
          windowOf(
            Math.round(picture.x.invert(drag.from)),
            Math.round(picture.x.invert(drag.to)),
            whole,
          ),
        );
      }
      setDrag(null);
    },
    onPointerCancel: () => setDrag(null),
    onPointerLeave: () => {
      if (drag === null) onDay(null);
    },
    onDoubleClick: () => onZoom(whole),
  };
  const selection =
    drag !== null && drawn
      ? { from: Math.min(drag.from, drag.to), to: Math.max(drag.from, drag.to) }
      : null;
  return { handlers, selection };
}
