/** Where a person is in a show. */
export interface Place {
  /** The slide shown, from 0. */
  at: number;
  /** The digits typed so far of a slide's number. */
  typed: string;
  black: boolean;
  notes: boolean;
}

/** Where a show begins. */
export const begin: Place = { at: 0, typed: '', black: false, notes: false };

const forward = ['ArrowRight', 'ArrowDown', 'PageDown', ' ', 'Enter'];
const back = ['ArrowLeft', 'ArrowUp', 'PageUp', 'Backspace'];

/** Answers a key of a show of so many slides; undefined where it is nobody's. */
export function follow(
  place: Place,
  key: string,
  shift: boolean,
  total: number,
): Place | undefined {
  const to = (at: number): Place => ({
    ...place,
    at: Math.max(0, Math.min(total - 1, at)),
    typed: '',
    black: false,
  });
  if (/^\d$/.test(key)) return { ...place, typed: `${place.typed}${key}`.slice(-3) };
  if (key === 'Enter' && place.typed !== '') return to(Number(place.typed) - 1);
  if (key === ' ' && shift) return to(place.at - 1);
  // What was blackened comes back first.
  if (place.black && forward.includes(key)) return { ...place, black: false };
  if (forward.includes(key)) return to(place.at + 1);
  if (back.includes(key)) return to(place.at - 1);
  if (key === 'Home') return to(0);
  if (key === 'End') return to(total - 1);
  switch (key.toLowerCase()) {
    case 'b':
    case '.':
      return { ...place, black: !place.black };
    case 'n':
      return { ...place, notes: !place.notes };
    default:
      return undefined;
  }
}

/** Writes how long something has lasted: "4:07", "1:02:09". */
export function lasted(seconds: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}
