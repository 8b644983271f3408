import { useEffect, useRef, useState } from 'react';
import type { Benefit, Step, Timeline } from '@/api/value';
import { Dialog } from '@/ui';
import { type At, useAt, useFocusAt } from '../at';
import { type Waiting, waitingOf } from './ask';
import { ValueChart } from './chart/ValueChart';
import { type Day, dayOf, isoOf } from './days';
import { Floats, type Open } from './Floats';
import { useRoom, useVoice } from './hooks';
import type { MarkShape } from './lanes';
import { AskForm } from './parts/AskForm';
import { AxisBlocks } from './parts/AxisBlocks';
import { EmptyPicture } from './parts/EmptyPicture';
import type { Spot } from './parts/Floating';
import { Footer } from './parts/Footer';
import { Legend } from './parts/Legend';
import { Toolbar } from './parts/Toolbar';
import { BenefitTable, ValueTable } from './parts/ValueTable';
import { useSpan } from './useSpan';
import classes from './ValueTab.module.css';

/** Shows how value grows for one account, and lets it grow in place. */
export function ValueTab({ timeline }: { timeline: Timeline }) {
  const voice = useVoice(timeline);
  const { window: shown, span, choose, zoom } = useSpan(timeline);
  const [view, setView] = useState<'picture' | 'table'>('picture');
  const [day, setDay] = useState<Day | null>(null);
  const [met, setMet] = useState<MarkShape | null>(null);
  const [open, setOpen] = useState<Open>({ kind: 'none' });
  const body = useRef<HTMLDivElement>(null);
  const room = useRoom(body);
  const today = dayOf(timeline.today);
  const empty = timeline.lanes.length === 0;
  const at = useAt();
  const [asking, setAsking] = useState<readonly Waiting[]>([]);
  useFocusAt(at);

  const add = () => {
    const at = Math.min(day ?? today, today);
    setOpen({ kind: 'form', benefit: null, on: isoOf(at), spot: spotOf(body.current, at, shown) });
  };
  useAddKey(add);
  const openBenefit = (benefit: Benefit, step: Step | null, spot: Spot) =>
    setOpen({ kind: 'card', benefit: benefit.id, step: step?.id, spot });
  useArrival(at, timeline, add, (benefit) => openBenefit(benefit, null, middle()));
  const middle = () => ({ x: (body.current?.clientWidth ?? 600) / 2 - 200, y: 220 });

  return (
    <>
      <AxisBlocks timeline={timeline} voice={voice} />
      {!empty && (
        <Toolbar
          timeline={timeline}
          voice={voice}
          day={day ?? today}
          met={isThere(timeline, met) ? met : null}
          span={span}
          onSpan={choose}
          view={view}
          onView={setView}
          onAdd={add}
        />
      )}
      <div ref={body} className={classes['body']}>
        {empty && <EmptyPicture timeline={timeline} voice={voice} onAdd={add} />}
        {!empty && view === 'table' && (
          <ValueTable
            timeline={timeline}
            voice={voice}
            onOpen={(b, s) => openBenefit(b, s, middle())}
          />
        )}
        {!empty && view === 'picture' && (
          <div className={classes['picture']}>
            <ValueChart
              timeline={timeline}
              window={shown}
              voice={voice}
              height={room}
              day={crossDay(open, day)}
              onDay={setDay}
              onZoom={zoom}
              onMeet={setMet}
              onOpen={(shape) =>
                openBenefit(shape.benefit, shape.step, { x: shape.x + 28, y: shape.y })
              }
            />
            <div className={classes['legend']}>
              <Legend say={voice.say} />
            </div>
            <BenefitTable
              timeline={timeline}
              voice={voice}
              onOpen={(b, s) => openBenefit(b, s, middle())}
            />
          </div>
        )}
        <Floats
          timeline={timeline}
          voice={voice}
          open={open}
          onOpen={setOpen}
          onAsk={(step) => setAsking(waitingOf(timeline).filter((one) => one.step.id === step.id))}
        />
      </div>
      <Footer timeline={timeline} voice={voice} onAsk={() => setAsking(waitingOf(timeline))} />
      <Dialog
        opened={asking.length > 0}
        onClose={() => setAsking([])}
        size="40rem"
        title={voice.say('ask.title')}
      >
        <AskForm timeline={timeline} waiting={asking} voice={voice} onDone={() => setAsking([])} />
      </Dialog>
    </>
  );
}

/** Does what the address asks for, once: adds a benefit, or opens one. */
function useArrival(
  at: At,
  timeline: Timeline,
  add: () => void,
  open: (benefit: Benefit) => void,
): void {
  const latest = useRef({ timeline, add, open });
  latest.current = { timeline, add, open };
  useEffect(() => {
    if (at.kind === 'add') latest.current.add();
    if (at.kind !== 'benefit') return;
    const benefit = latest.current.timeline.lanes
      .flatMap((lane) => lane.benefits)
      .find((one) => one.id === at.id);
    if (benefit !== undefined) latest.current.open(benefit);
  }, [at]);
}

/** Says whether a mark's step is still there: an undo takes it away while it has the focus. */
function isThere(timeline: Timeline, met: MarkShape | null): boolean {
  return timeline.lanes.some((lane) =>
    lane.benefits.some((b) => b.steps.some((step) => step.id === met?.step.id)),
  );
}

/** Returns the day that is marked on the picture: the form's while it is open, else the pointer's. */
function crossDay(open: Open, day: Day | null): Day | null {
  if (open.kind === 'form') return dayOf(open.on);
  return open.kind === 'card' ? null : day;
}

/** Returns where on the picture a day lies, for the form that opens there. */
function spotOf(body: HTMLElement | null, day: Day, shown: { from: Day; to: Day }): Spot {
  const width = body?.clientWidth ?? 800;
  const left = 28 + Math.min(104, width * 0.24);
  const share = (day - shown.from) / Math.max(shown.to - shown.from, 1);
  return { x: left + (width - 28 - left) * Math.min(Math.max(share, 0), 1), y: 200 };
}

/** Answers the key B wherever nothing is being typed. */
function useAddKey(add: () => void): void {
  const latest = useRef(add);
  latest.current = add;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'b' || event.ctrlKey || event.metaKey || event.altKey) return;
      const { target } = event;
      const typing = 'input:not([type=radio]),textarea,select,[role=dialog]';
      if (!(target instanceof Element) || target.closest(typing) !== null) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
