import { useElementSize } from '@mantine/hooks';
import { type MouseEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ways } from '@/api';
import { useFormat } from '@/state';
import classes from './Map.module.css';

const height = 460;
const left = 52;
const right = 18;
const top = 22;
const bottom = 40;

/** The radius of the largest account, in px. */
const largest = 26;

/** A mark on the plot. */
interface Mark {
  point: ways.MapPoint;
  x: number;
  y: number;
  r: number;
}

/**
 * Draws the map. Marks are on a canvas, as there may be ten thousand of them; the table beside it
 * has the same accounts for keys and for readers by ear.
 */
export function Plot(props: {
  points: readonly ways.MapPoint[];
  inHand: string | undefined;
  onHand: (id: string) => void;
  onOpen: (id: string) => void;
}) {
  const { t } = useTranslation('ways');
  const format = useFormat();
  const { ref, width: measured } = useElementSize();
  const width = measured > 0 ? measured : 640;
  const canvas = useRef<HTMLCanvasElement>(null);
  const [over, setOver] = useState<Mark>();
  const marks = useMemo(() => marksOf(props.points, width), [props.points, width]);
  const { inHand } = props;
  useEffect(() => {
    const draw = () => {
      if (canvas.current !== null) paint(canvas.current, marks, inHand, width);
    };
    draw();
    // The canvas has its colours from the theme, which may change under it.
    const watch = new MutationObserver(draw);
    watch.observe(document.documentElement, { attributeFilter: ['data-mantine-color-scheme'] });
    return () => watch.disconnect();
  }, [marks, inHand, width]);
  const at = (event: MouseEvent<HTMLCanvasElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    return nearest(marks, event.clientX - box.left, event.clientY - box.top);
  };
  const x = (share: number) => left + share * (width - left - right);
  const y = (relative: number) => top + ((1 - relative) / 2) * (height - top - bottom);
  return (
    <div ref={ref} className={classes['plot']}>
      <svg width={width} height={height} aria-hidden="true">
        {[-1, -0.5, 0, 0.5, 1].map((one) => (
          <g key={one}>
            <line x1={left} x2={width - right} y1={y(one)} y2={y(one)} data-zero={one === 0} />
            <text x={left - 8} y={y(one) + 4} textAnchor="end">
              {format.percent(one).replace('-', '−')}
            </text>
          </g>
        ))}
        {[0, 0.25, 0.5, 0.75, 1].map((one) => (
          <text key={one} x={x(one)} y={height - bottom + 16} textAnchor="middle">
            {format.percent(one)}
          </text>
        ))}
        <text x={width - right} y={height - 6} textAnchor="end">
          {t('map.x')}
        </text>
        <text x={left + 6} y={top - 6}>
          {t('map.y')}
        </text>
        {over !== undefined && (
          <text
            className={classes['name']}
            x={over.x}
            y={over.y - over.r - 5}
            textAnchor={over.x > width / 2 ? 'end' : 'start'}
          >
            {over.point.name}
          </text>
        )}
      </svg>
      <canvas
        ref={canvas}
        role="img"
        aria-label={t('map.picture')}
        style={{ width, height }}
        onMouseMove={(event) => setOver(at(event))}
        onMouseLeave={() => setOver(undefined)}
        onClick={(event) => {
          const mark = at(event);
          if (mark !== undefined) props.onHand(mark.point.id);
        }}
        onDoubleClick={(event) => {
          const mark = at(event);
          if (mark !== undefined) props.onOpen(mark.point.id);
        }}
      />
    </div>
  );
}

function marksOf(points: readonly ways.MapPoint[], width: number): Mark[] {
  const most = Math.max(1, largestOf(points));
  // Many accounts get smaller marks, so that they do not become one.
  const radius = points.length > 300 ? largest * Math.sqrt(300 / points.length) : largest;
  return [...points]
    .sort((a, b) => b.book_arr - a.book_arr)
    .map((point) => ({
      point,
      x: left + ((point.low + point.high) / 2) * (width - left - right),
      y: top + ((1 - point.relative) / 2) * (height - top - bottom),
      r: Math.max(2, radius * Math.sqrt(Math.max(0, point.book_arr) / most)),
    }));
}

function largestOf(points: readonly ways.MapPoint[]): number {
  return points.reduce((most, one) => Math.max(most, one.book_arr), 0);
}

/** Finds the smallest mark under the pointer: it lies on top. */
function nearest(marks: readonly Mark[], x: number, y: number): Mark | undefined {
  for (let i = marks.length - 1; i >= 0; i--) {
    const mark = marks[i];
    if (mark === undefined) continue;
    const reach = Math.max(mark.r, 5);
    if ((mark.x - x) ** 2 + (mark.y - y) ** 2 <= reach ** 2) return mark;
  }
  return undefined;
}

function paint(
  canvas: HTMLCanvasElement,
  marks: readonly Mark[],
  inHand: string | undefined,
  width: number,
): void {
  const context = canvas.getContext('2d');
  if (context === null) return;
  const scale = window.devicePixelRatio || 1;
  canvas.width = width * scale;
  canvas.height = height * scale;
  context.setTransform(scale, 0, 0, scale, 0, 0);
  const styles = getComputedStyle(document.documentElement);
  const colour = (name: string) => styles.getPropertyValue(name).trim();
  const tones = { up: colour('--green'), down: colour('--red-mark'), still: colour('--ink-3') };
  const ink = colour('--ink');
  context.lineWidth = 1;
  const span = (width - left - right) / 2;
  for (const { point, x, y, r } of marks) {
    const tone = point.relative > 0.005 ? 'up' : point.relative < -0.005 ? 'down' : 'still';
    context.strokeStyle = tones[tone];
    context.fillStyle = tones[tone];
    context.globalAlpha = 0.22;
    shape(context, tone, x, y, r);
    context.fill();
    context.globalAlpha = 0.9;
    context.stroke();
    const half = (point.high - point.low) * span;
    if (half > r && marks.length <= 300) {
      // What is not known of the bonded share: from the one end to the other.
      context.globalAlpha = 0.45;
      context.beginPath();
      context.moveTo(x - half, y);
      context.lineTo(x - r, y);
      context.moveTo(x + r, y);
      context.lineTo(x + half, y);
      context.stroke();
    }
  }
  const hand = marks.find((mark) => mark.point.id === inHand);
  if (hand === undefined) return;
  context.globalAlpha = 1;
  context.strokeStyle = ink;
  context.lineWidth = 2;
  context.beginPath();
  context.arc(hand.x, hand.y, hand.r + 3, 0, 2 * Math.PI);
  context.stroke();
}

/** Not by colour alone: what grows is a disc, what shrinks a diamond, what stands still a square. */
function shape(
  context: CanvasRenderingContext2D,
  tone: 'up' | 'down' | 'still',
  x: number,
  y: number,
  r: number,
): void {
  context.beginPath();
  if (tone === 'up') context.arc(x, y, r, 0, 2 * Math.PI);
  else if (tone === 'still') context.rect(x - 0.88 * r, y - 0.88 * r, 1.76 * r, 1.76 * r);
  else {
    const d = 1.25 * r;
    context.moveTo(x, y - d);
    context.lineTo(x + d, y);
    context.lineTo(x, y + d);
    context.lineTo(x - d, y);
    context.closePath();
  }
}
