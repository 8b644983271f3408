/** Draws the tendril. */
export function Brand() {
  return (
    <svg
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      aria-hidden="true"
    >
      <path d="M3 18c6.5-.3 10.8-3.3 12.3-7.6C16.7 6.3 14.4 2.5 10.9 2.5 8.2 2.5 6.3 4.5 6.5 6.9c.2 2.1 1.9 3.4 3.7 3.1 1.5-.2 2.3-1.5 2-2.7" />
    </svg>
  );
}
