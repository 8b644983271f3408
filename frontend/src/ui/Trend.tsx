/** The shapes in which a change shows its direction without colour. */
export type TrendShape = 'up-right' | 'up' | 'bar' | 'down-right' | 'ring';

const paths: Record<TrendShape, string> = {
  'up-right': 'M3.5 12.5L12.5 3.5M6 3.5h6.5V10',
  up: 'M8 13.5V3M3.8 7.2L8 3l4.2 4.2',
  bar: 'M2.5 8h11',
  'down-right': 'M3.5 3.5l9 9M12.5 6v6.5H6',
  ring: '',
};

/** Draws the mark of a direction; the word stands beside it, so it is hidden from screen readers. */
export function Trend({ shape, size = 13 }: { shape: TrendShape; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {shape === 'ring' ? (
        <circle cx="8" cy="8" r="4.6" strokeDasharray="2 2.4" />
      ) : (
        <path d={paths[shape]} />
      )}
    </svg>
  );
}
