/** The paths of a small staircase picture. */
export interface Spark {
  /** The proved level's outline, upright risers and level treads. */
  line: string;
  /** The area under it. */
  area: string;
  /** The area between proved and claimed, or '' where nothing is only claimed. */
  claimed: string;
  /** Where the line ends. */
  end: { x: number; y: number };
}

/**
 * Draws a series of levels at equal distances as a staircase that starts from
 * zero on its own scale. A level holds from its day until the next. `claimed` are
 * the levels with claims, point for point, or empty.
 */
export function spark(
  proved: readonly number[],
  claimed: readonly number[],
  width: number,
  height: number,
): Spark | null {
  if (proved.length < 2) return null;
  const top = Math.max(0, ...proved, ...claimed);
  const base = height - 1;
  const y = (level: number) => (top === 0 ? base : base - (Math.max(0, level) / top) * (base - 4));
  const step = width / (proved.length - 1);
  const stairs = (levels: readonly number[]) => {
    const points: [number, number][] = [];
    levels.forEach((level, index) => {
      const before = levels[index - 1];
      if (before === undefined) points.push([0, y(level)]);
      else if (before !== level) points.push([index * step, y(before)], [index * step, y(level)]);
    });
    points.push([width, y(levels[levels.length - 1] ?? 0)]);
    return points;
  };
  const line = stairs(proved);
  const only = claimed.length === proved.length && claimed.some((c, i) => c > (proved[i] ?? 0));
  return {
    line: draw(line),
    area: `${draw([[0, base], ...line, [width, base]])}Z`,
    claimed: only ? `${draw([...stairs(claimed), ...[...line].reverse()])}Z` : '',
    end: { x: width, y: y(proved[proved.length - 1] ?? 0) },
  };
}

function draw(points: readonly [number, number][]): string {
  return points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('');
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
