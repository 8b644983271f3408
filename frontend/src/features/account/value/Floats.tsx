import { value as api } from '@/api';
import type { Benefit, BenefitInput, Step, Timeline } from '@/api/value';
import { useWrite } from '@/state';
import { BenefitCard } from './parts/BenefitCard';
import { BenefitForm } from './parts/BenefitForm';
import { Floating, type Spot } from './parts/Floating';
import type { Voice } from './words';

/** What floats above the picture: nothing, a benefit's card, or the form. */
export type Open =
  | { kind: 'none' }
  | { kind: 'card'; benefit: string; step: string | undefined; spot: Spot }
  | { kind: 'form'; benefit: Benefit | null; on: string; spot: Spot };

/** Draws what floats above the picture, and writes what is entered there. */
export function Floats(props: {
  timeline: Timeline;
  voice: Voice;
  open: Open;
  onOpen: (open: Open) => void;
  /** Writes the mail that asks for a step's confirmation. */
  onAsk: (step: Step) => void;
}) {
  const { timeline, voice, open, onOpen } = props;
  const writes = useWrites(timeline, voice);
  const close = () => onOpen({ kind: 'none' });
  if (open.kind === 'none') return null;
  if (open.kind === 'form') {
    const { benefit } = open;
    const label =
      benefit === null
        ? voice.say('form.title')
        : voice.say('form.stepTitle', { title: benefit.title });
    return (
      <Floating key="form" spot={open.spot} label={label} onClose={close}>
        <BenefitForm
          timeline={timeline}
          voice={voice}
          on={open.on}
          benefit={benefit}
          onSave={async (input) => {
            await writes.add(benefit, input);
            close();
          }}
          onCancel={close}
        />
      </Floating>
    );
  }
  const benefit = timeline.lanes
    .flatMap((lane) => lane.benefits)
    .find((b) => b.id === open.benefit);
  if (benefit === undefined) return null;
  return (
    <Floating key={benefit.id} spot={open.spot} label={benefit.title} onClose={close}>
      <BenefitCard
        account={timeline.account}
        benefit={benefit}
        people={timeline.people}
        today={timeline.today}
        voice={voice}
        opened={open.step}
        onConfirm={(step, by, on) => writes.confirm(benefit, step, by, on)}
        waiting={timeline.waiting.steps.map((one) => one.step)}
        onAsk={props.onAsk}
        onAddStep={() => onOpen({ kind: 'form', benefit, on: timeline.today, spot: open.spot })}
      />
    </Floating>
  );
}

function useWrites(timeline: Timeline, { say }: Voice) {
  const write = useWrite();
  return {
    add: async (benefit: Benefit | null, input: Omit<BenefitInput, 'account'>) => {
      if (benefit === null) {
        const run = () => api.addBenefit({ ...input, account: timeline.account });
        await write(run, say('done.added', { title: input.title }));
        return;
      }
      const { title: _, dimension: _d, group: _g, proof: _p, ...step } = input;
      const run = () => api.addStep({ ...step, benefit: benefit.id });
      await write(run, say('done.stepAdded', { title: benefit.title }));
    },
    confirm: async (benefit: Benefit, step: Step, by: string, on: string) => {
      await write(
        () => api.confirmStep(step.id, by, on),
        say('done.confirmed', { title: benefit.title }),
      );
    },
  };
}
