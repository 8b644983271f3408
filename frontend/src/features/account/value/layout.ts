/** Measures the width of a text in pixels. */
export type Measure = (text: string, size: number, weight?: number) => number;

/** The fixed sizes of the picture, in pixels at a text zoom of 100 %. */
export interface Layout {
  /** Text zoom: 1 at 100 %. */
  readonly unit: number;
  readonly width: number;
  /** Where the plot begins and ends, across. */
  readonly left: number;
  readonly right: number;
  /** Top of the wash, foot of the plot, and where the lanes begin. */
  readonly top: number;
  readonly foot: number;
  readonly lanes: number;
}

/** Where the two rows of words above the plot stand: top of the vertical and baseline of the words. */
export const wordRows = [
  { top: 5, baseline: 16 },
  { top: 24, baseline: 35 },
] as const;

/** Space between today's vertical and the words to its right. */
export const wordsGap = 36;

/** Lays the picture out for a width and a height of the plot; all sizes grow with the text. */
export function layoutFor(width: number, plotHeight: number, unit: number): Layout {
  const top = 46 * unit;
  const foot = top + plotHeight;
  return {
    unit,
    width,
    left: Math.min(104 * unit, width * 0.24),
    right: width,
    top,
    foot,
    lanes: foot + 26 * unit,
  };
}

let context: CanvasRenderingContext2D | null | undefined;

/** Measures with the window's own font, or guesses where there is no canvas (tests). */
export const measureText: Measure = (text, size, weight = 400) => {
  if (context === undefined) context = canvasContext();
  if (context === null) return guessText(text, size, weight);
  context.font = `${weight} ${size}px "Inter Variable", Inter, sans-serif`;
  return context.measureText(text).width;
};

/** Guesses a text's width from its length: Inter's letters are 0.56 em wide on average. */
export const guessText: Measure = (text, size, weight = 400) =>
  text.length * size * (weight >= 600 ? 0.59 : 0.56);

function canvasContext(): CanvasRenderingContext2D | null {
  if (typeof navigator !== 'undefined' && navigator.userAgent.includes('jsdom')) return null;
  return document.createElement('canvas').getContext('2d');
}

/** Cuts a text with an ellipsis so that it fits a width; empty where not even a few letters do. */
export function fitText(text: string, width: number, size: number, measure: Measure): string {
  if (measure(text, size) <= width) return text;
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (measure(`${text.slice(0, middle).trimEnd()}…`, size) <= width) low = middle;
    else high = middle - 1;
  }
  return low < 4 ? '' : `${text.slice(0, low).trimEnd()}…`;
}
