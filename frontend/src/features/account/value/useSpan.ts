import { useMemo, useState } from 'react';
import type { Timeline } from '@/api/value';
import { dayOf } from './days';
import { type Span, spanWindow, type Window } from './scale';

/** Keeps what part of the time axis is shown: one of the three spans, or what the brush left. */
export function useSpan(timeline: Timeline) {
  const { from, to, today, term_from: termFrom, term_to: termTo } = timeline;
  const [span, setSpan] = useState<Span | 'zoomed'>('all');
  const [zoomed, setZoomed] = useState<Window | null>(null);
  const window = useMemo(() => {
    const whole = { from: dayOf(from), to: dayOf(to) };
    if (span === 'zoomed') return zoomed ?? whole;
    const term = termFrom === '' ? null : { from: dayOf(termFrom), to: dayOf(termTo) };
    return spanWindow(span, whole, dayOf(today), term);
  }, [span, zoomed, from, to, today, termFrom, termTo]);
  return {
    window,
    span,
    choose: (next: Span) => setSpan(next),
    zoom: (next: Window) => {
      const all = next.from <= dayOf(from) && next.to >= dayOf(to);
      setZoomed(next);
      setSpan(all ? 'all' : 'zoomed');
    },
  };
}
