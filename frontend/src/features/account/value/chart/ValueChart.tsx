import { useId, useMemo, useRef, useState } from 'react';
import type { Timeline } from '@/api/value';
import { type Day, dayOf } from '../days';
import { writeDay } from '../format';
import { textUnit, useFontsReady, useMovingWindow, useSize } from '../hooks';
import type { MarkShape } from '../lanes';
import { measureText } from '../layout';
import { namesOf } from '../names';
import { pictureOf } from '../picture';
import type { Window } from '../scale';
import type { Voice } from '../words';
import { Areas } from './Areas';
import classes from './Chart.module.css';
import { Ground, TimeAxis } from './Ground';
import { Hatches, hatchIds } from './Hatches';
import { LaneRows } from './LaneRows';
import { Marks } from './Marks';
import { DayDots, NameWords } from './NameWords';
import { useBrush } from './useBrush';
import { useWalk } from './useWalk';
import { Verticals } from './Verticals';

/** What the value chart needs and tells. */
export interface ValueChartProps {
  timeline: Timeline;
  window: Window;
  voice: Voice;
  /** Height that is there; the chart takes more where its lanes need it. */
  height: number;
  /** The day under the pointer, or null when it has left. */
  day: Day | null;
  onDay: (day: Day | null) => void;
  onZoom: (window: Window) => void;
  onMeet: (shape: MarkShape | null) => void;
  /** Opens a benefit; x and y are where, in pixels of the chart. */
  onOpen: (shape: MarkShape) => void;
}

/** Draws how value grows: one time axis, the levels above it and the benefits in lanes below. */
export function ValueChart(props: ValueChartProps) {
  const { timeline, voice, height, day, onDay, onZoom, onMeet, onOpen } = props;
  const frame = useRef<HTMLDivElement>(null);
  const { width } = useSize(frame);
  const fonts = useFontsReady();
  const ids = hatchIds(useId().replace(/[^\w-]/g, ''));
  const window = useMovingWindow(props.window);
  const unit = textUnit();
  // biome-ignore lint/correctness/useExhaustiveDependencies: words are measured anew when the fonts are there
  const picture = useMemo(
    () =>
      pictureOf({
        timeline,
        window,
        width: Math.max(width, 320),
        height,
        unit,
        voice,
        measure: measureText,
      }),
    [timeline, window, width, height, unit, voice, fonts],
  );
  const names = useMemo(() => namesOf(picture, voice, measureText), [picture, voice]);
  const walk = useWalk(picture, frame);
  const brush = useBrush(picture, timeline, onZoom, onDay);
  const [met, setMet] = useState<string | null>(null);
  const meet = (shape: MarkShape | null) => {
    if (shape !== null) setMet(shape.step.id);
    onMeet(shape);
  };
  return (
    <div ref={frame} className={classes['frame']}>
      {/* biome-ignore lint/a11y/useSemanticElements: a picture with buttons in it is a group, and no fieldset */}
      <svg
        className={classes['chart']}
        width={picture.layout.width}
        height={picture.height + 6}
        viewBox={`0 0 ${picture.layout.width} ${picture.height + 6}`}
        role="group"
        aria-label={voice.say('chart.label', {
          name: timeline.name,
          from: writeDay(timeline.from, voice.locale),
          to: writeDay(timeline.to, voice.locale),
        })}
        {...brush.handlers}
      >
        <Hatches ids={ids} />
        <Ground picture={picture} voice={voice} />
        <Areas picture={picture} ids={ids} />
        <Verticals picture={picture} />
        {brush.selection !== null && (
          <rect
            className={classes['selection']}
            x={brush.selection.from}
            width={brush.selection.to - brush.selection.from}
            y={picture.layout.top}
            height={picture.height - picture.layout.top}
          />
        )}
        {day !== null && (
          <line
            className={classes['cross']}
            x1={picture.x(day)}
            x2={picture.x(day)}
            y1={picture.layout.top}
            y2={picture.height}
          />
        )}
        <NameWords names={names} unit={unit} />
        <DayDots picture={picture} day={day ?? dayOf(timeline.today)} />
        <TimeAxis picture={picture} />
        <LaneRows picture={picture} voice={voice} />
        <Marks
          picture={picture}
          ids={ids}
          voice={voice}
          current={met}
          onOpen={onOpen}
          onMeet={meet}
          onWalk={(event, shape) => {
            if (event.key === 'Enter' || event.key === ' ') {
              event.preventDefault();
              onOpen(shape);
            } else walk(event, shape);
          }}
        />
      </svg>
    </div>
  );
}
