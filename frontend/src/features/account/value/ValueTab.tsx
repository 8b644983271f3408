import { useEffect, useRef, useState } from 'react';
import { value as api } from '@/api';
import type { Benefit, BenefitInput, Step, Timeline } from '@/api/value';
import { useWrite } from '@/state';
import { ValueChart } from './chart/ValueChart';
import { type Day, dayOf, isoOf } from './days';
import { useRoom, useVoice } from './hooks';
import type { MarkShape } from './lanes';
import { AxisBlocks } from './parts/AxisBlocks';
import { BenefitCard } from './parts/BenefitCard';
import { BenefitForm } from './parts/BenefitForm';
import { EmptyPicture } from './parts/EmptyPicture';
import { Floating, type Spot } from './parts/Floating';
import { Footer } from './parts/Footer';
import { Toolbar } from './parts/Toolbar';
import { ValueTable } from './parts/ValueTable';
import { useSpan } from './useSpan';
import classes from './ValueTab.module.css';

/** What floats above the picture: nothing, a benefit's card, or the form. */
type Open =
  | { kind: 'none' }
  | { kind: 'card'; benefit: string; step: string | undefined; spot: Spot }
  | { kind: 'form'; benefit: Benefit | null; on: string; spot: Spot };

const nothing: Open = { kind: 'none' };

/** Shows how value grows for one account, and lets it grow in place. */
export function ValueTab({ timeline }: { timeline: Timeline }) {
  const voice = useVoice(timeline);
  const write = useWrite();
  const { window: shown, span, choose, zoom } = useSpan(timeline);
  const [view, setView] = useState<'picture' | 'table'>('picture');
  const [day, setDay] = useState<Day | null>(null);
  const [met, setMet] = useState<MarkShape | null>(null);
  const [open, setOpen] = useState<Open>(nothing);
  const body = useRef<HTMLDivElement>(null);
  const room = useRoom(body);
  const today = dayOf(timeline.today);
  const close = () => setOpen(nothing);

  const addAt = () => {
    const at = Math.min(day ?? today, today);
    setOpen({ kind: 'form', benefit: null, on: isoOf(at), spot: spotOf(body.current, at, shown) });
  };
  useAddKey(addAt);

  const openBenefit = (benefit: Benefit, step: Step | null, spot: Spot) =>
    setOpen({ kind: 'card', benefit: benefit.id, step: step?.id, spot });
  const middle = () => ({ x: (body.current?.clientWidth ?? 600) / 2 - 200, y: 120 });
  const save = async (benefit: Benefit | null, input: Omit<BenefitInput, 'account'>) => {
    await (benefit === null
      ? write(
          () => api.addBenefit({ ...input, account: timeline.account }),
          voice.say('done.added', { title: input.title }),
        )
      : write(
          () => api.addStep({ ...input, benefit: benefit.id }),
          voice.say('done.stepAdded', { title: benefit.title }),
        ));
    close();
  };
  const confirm = async (benefit: Benefit, step: Step, by: string, on: string) => {
    await write(() => api.confirmStep(step.id, by, on), voice.say('done.confirmed', { title: benefit.title }));
  };

  const card = open.kind === 'card' ? benefitOf(timeline, open.benefit) : undefined;
  return (
    <>
      <AxisBlocks timeline={timeline} voice={voice} />
      <Toolbar
        timeline={timeline}
        voice={voice}
        day={day ?? today}
        met={met}
        span={span}
        onSpan={choose}
        view={view}
        onView={setView}
        onAdd={addAt}
      />
      <div ref={body} className={classes['body']}>
        {timeline.lanes.length === 0 ? (
          <EmptyPicture timeline={timeline} voice={voice} onAdd={addAt} />
        ) : view === 'table' ? (
          <ValueTable timeline={timeline} voice={voice} onOpen={(b, s) => openBenefit(b, s, middle())} />
        ) : (
          <div className={classes['picture']}>
            <ValueChart
              timeline={timeline}
              window={shown}
              voice={voice}
              height={room}
              day={day}
              onDay={setDay}
              onZoom={zoom}
              onMeet={setMet}
              onOpen={(shape) => openBenefit(shape.benefit, shape.step, { x: shape.x + 28, y: shape.y })}
            />
          </div>
        )}
        {card !== undefined && open.kind === 'card' && (
          <Floating key={card.id} spot={open.spot} label={card.title} onClose={close}>
            <BenefitCard
              benefit={card}
              people={timeline.people}
              today={timeline.today}
              voice={voice}
              opened={open.step}
              onConfirm={(step, by, on) => confirm(card, step, by, on)}
              onAddStep={() => setOpen({ kind: 'form', benefit: card, on: timeline.today, spot: open.spot })}
            />
          </Floating>
        )}
        {open.kind === 'form' && (
          <Floating
            spot={open.spot}
            label={open.benefit === null ? voice.say('form.title') : voice.say('form.stepTitle', { title: open.benefit.title })}
            onClose={close}
          >
            <BenefitForm
              timeline={timeline}
              voice={voice}
              on={open.on}
              benefit={open.benefit}
              onSave={(input) => save(open.benefit, input)}
              onCancel={close}
            />
          </Floating>
        )}
      </div>
      <Footer timeline={timeline} voice={voice} />
    </>
  );
}

function benefitOf(timeline: Timeline, id: string): Benefit | undefined {
  return timeline.lanes.flatMap((lane) => lane.benefits).find((b) => b.id === id);
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
      if (!(target instanceof Element) || target.closest('input:not([type=radio]),textarea,select,[role=dialog]') !== null) {
        return;
      }
      event.preventDefault();
      latest.current();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
