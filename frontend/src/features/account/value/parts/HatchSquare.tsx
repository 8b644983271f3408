import { useId } from 'react';

/** Draws the small hatched square that stands before a claimed figure; the word is beside it. */
export function HatchSquare() {
  const id = `hatch-square-${useId().replace(/[^\w-]/g, '')}`;
  return (
    <svg width="10" height="10" aria-hidden="true">
      <defs>
        <pattern
          id={id}
          width="3.5"
          height="3.5"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="3.5" height="3.5" fill="var(--paper)" />
          <line x1="0" y1="0" x2="0" y2="3.5" stroke="var(--claim)" strokeWidth="1.3" />
        </pattern>
      </defs>
      <rect
        x=".5"
        y=".5"
        width="9"
        height="9"
        rx="1.5"
        fill={`url(#${id})`}
        stroke="var(--claim)"
      />
    </svg>
  );
}
