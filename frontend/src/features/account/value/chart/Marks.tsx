import type { KeyboardEvent } from 'react';
import { dimensionColor } from '../dimensions';
import { type MarkShape, marksOf } from '../lanes';
import type { Picture } from '../picture';
import { stepWords } from '../sentences';
import type { Voice } from '../words';
import classes from './Chart.module.css';
import type { HatchIds } from './Hatches';

/** What the marks do when a person meets them. */
export interface MarkHandlers {
  /** The step whose mark is the one that Tab reaches. */
  current: string | null;
  onOpen: (shape: MarkShape) => void;
  onMeet: (shape: MarkShape | null) => void;
  onWalk: (event: KeyboardEvent, shape: MarkShape) => void;
}

/** Draws the steps of all benefits as marks: sized by people, ringed when confirmed, hatched when claimed. */
export function Marks(props: { picture: Picture; ids: HatchIds; voice: Voice } & MarkHandlers) {
  const { picture, ids, voice, current, onOpen, onMeet, onWalk } = props;
  const { layout, window, x } = picture;
  const shapes = picture.lanes.flatMap((lane) =>
    lane.rows.flatMap((row) => marksOf(row, window, x, layout.unit)),
  );
  const reached = shapes.some((s) => s.step.id === current)
    ? current
    : (shapes[0]?.step.id ?? null);
  return (
    <g>
      {shapes.map((shape) => (
        // biome-ignore lint/a11y/useSemanticElements: a button cannot be drawn inside a picture
        <g
          key={shape.step.id}
          role="button"
          aria-haspopup="dialog"
          className={classes['mark']}
          data-step={shape.step.id}
          data-at={`benefit_step.${shape.step.id}`}
          tabIndex={shape.step.id === reached ? 0 : -1}
          aria-label={stepWords(shape.benefit, shape.step, voice)}
          onClick={() => onOpen(shape)}
          onFocus={() => onMeet(shape)}
          onBlur={() => onMeet(null)}
          onPointerEnter={() => onMeet(shape)}
          onPointerLeave={() => onMeet(null)}
          onKeyDown={(event) => onWalk(event, shape)}
        >
          <MarkDisc shape={shape} ids={ids} unit={layout.unit} />
        </g>
      ))}
    </g>
  );
}

function MarkDisc({ shape, ids, unit }: { shape: MarkShape; ids: HatchIds; unit: number }) {
  const { x, y, radius, look } = shape;
  const color = dimensionColor(shape.benefit.dimension);
  const focus = <circle className={classes['focus']} cx={x} cy={y} r={radius + 5 * unit} />;
  // A target of 24 pixels, whatever the mark's own size.
  const target = <circle cx={x} cy={y} r={Math.max(radius + 3, 12)} fill="transparent" />;
  switch (look) {
    case 'confirmed':
      return (
        <>
          {target}
          <circle
            cx={x}
            cy={y}
            r={radius + 2.6 * unit}
            fill="var(--paper)"
            stroke={color}
            strokeWidth="1.3"
          />
          <circle cx={x} cy={y} r={radius} fill={color} />
          {focus}
        </>
      );
    case 'evidenced':
      return (
        <>
          {target}
          <circle cx={x} cy={y} r={radius + 1.4 * unit} fill="var(--paper)" />
          <circle cx={x} cy={y} r={radius} fill={color} />
          {focus}
        </>
      );
    case 'claimed':
      return (
        <>
          {target}
          <circle
            cx={x}
            cy={y}
            r={radius}
            fill={`url(#${ids.mark})`}
            stroke="var(--claim)"
            strokeWidth="1.2"
          />
          {focus}
        </>
      );
    case 'ends':
      return (
        <>
          {target}
          <line x1={x} x2={x} y1={y - 6 * unit} y2={y + 6 * unit} stroke={color} strokeWidth="2" />
          {focus}
        </>
      );
  }
}
