import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { Benefit, Person, Step } from '@/api/value';
import { Button, Chip } from '@/ui';
import { EvidenceList } from '../../plan/EvidenceList';
import { dimensionColor, dimensionName } from '../dimensions';
import { writeDay } from '../format';
import { amountOf } from '../sentences';
import type { Voice } from '../words';
import classes from './BenefitCard.module.css';
import { ConfirmForm } from './ConfirmForm';

/** What a benefit's card needs and tells. */
export interface BenefitCardProps {
  account: string;
  benefit: Benefit;
  people: Person[];
  today: string;
  voice: Voice;
  /** The step whose mark was opened; it is marked in the list. */
  opened?: string | undefined;
  onConfirm: (step: Step, by: string, on: string) => Promise<void>;
  /** The steps that wait for a yes, which a mail may ask for. */
  waiting: readonly string[];
  onAsk: (step: Step) => void;
  onAddStep: () => void;
}

/** Shows one benefit with its steps, what proves it, and the button that notes a yes. */
export function BenefitCard(props: BenefitCardProps) {
  const { benefit, voice, today, onAddStep } = props;
  const { say, locale } = voice;
  return (
    <article className={classes['card']}>
      <header>
        <p className={classes['dimension']}>
          <i style={{ background: dimensionColor(benefit.dimension) }} />
          {dimensionName(benefit.dimension, say)}
          {benefit.group !== '' && <span>{say('benefit.group', { group: benefit.group })}</span>}
          {benefit.internal && <Chip tone="outlined">{say('benefit.internal')}</Chip>}
        </p>
        <h3>{benefit.title}</h3>
        {benefit.measure !== '' && (
          <p className={classes['quiet']}>
            {say('benefit.fromMeasure', { name: benefit.measure })}
          </p>
        )}
        {benefit.stale && (
          <p className={classes['stale']}>
            {say('benefit.stale', { day: writeDay(benefit.proof_on, locale) })}
          </p>
        )}
      </header>
      <h4>{say('benefit.steps')}</h4>
      <ol className={classes['steps']}>
        {benefit.steps.map((step) => (
          <StepItem key={step.id} step={step} {...props} />
        ))}
      </ol>
      <Button
        size="small"
        look="quiet"
        icon={<IconPlus size={13} aria-hidden />}
        onClick={onAddStep}
      >
        {say('benefit.addStep')}
      </Button>
      <EvidenceList
        account={props.account}
        today={today}
        people={props.people}
        kind="benefit"
        id={benefit.id}
        of={benefit.title}
        also={benefit.steps
          .filter((step) => step.record === 'benefit_step')
          .map((step) => ({
            kind: 'benefit_step',
            id: step.id,
            of: `${writeDay(step.on, locale)}, ${amountOf(step, voice)}`,
          }))}
      />
    </article>
  );
}

function StepItem({ step, ...props }: BenefitCardProps & { step: Step }) {
  const { voice, benefit, people, today, onConfirm } = props;
  const { say, locale } = voice;
  const [asking, setAsking] = useState(false);
  const claimed = step.confirmation === 'claimed';
  const again = step.confirmation !== 'claimed' && benefit.stale;
  const reach = step.people ?? 0;
  const mayConfirm = step.record === 'benefit_step' && (step.confirmation !== 'confirmed' || again);
  return (
    <li className={classes['step']} data-current={step.id === props.opened}>
      <span className={classes['day']}>{writeDay(step.on, locale)}</span>
      <span className={claimed ? classes['claimed'] : undefined}>
        <b>{amountOf(step, voice)}</b>
        {reach > 0 && <span> {say('people', { count: reach })}</span>}
        <small className={classes['proof']}>{confirmationWords(step, voice)}</small>
      </span>
      {mayConfirm && !asking && (
        <Button
          size="small"
          aria-label={say('benefit.confirmStep', { day: writeDay(step.on, locale) })}
          onClick={() => setAsking(true)}
        >
          {say(again ? 'benefit.confirmAgain' : 'benefit.confirm')}
        </Button>
      )}
      {mayConfirm && !asking && props.waiting.includes(step.id) && (
        <Button
          size="small"
          look="quiet"
          aria-label={say('ask.step', { day: writeDay(step.on, locale) })}
          onClick={() => props.onAsk(step)}
        >
          {say('ask.short')}
        </Button>
      )}
      {/* A step that is confirmed has no form any more, also where the answer of the write is late. */}
      {mayConfirm && asking && (
        <ConfirmForm
          people={people}
          today={today}
          voice={voice}
          onCancel={() => setAsking(false)}
          onConfirm={async (by, on) => {
            await onConfirm(step, by, on);
            setAsking(false);
          }}
        />
      )}
    </li>
  );
}

function confirmationWords(step: Step, { say, locale }: Voice): string {
  if (step.confirmation !== 'confirmed') return say(`confirmation.${step.confirmation}`);
  const day = step.confirmed_on === '' ? '' : writeDay(step.confirmed_on, locale);
  if (step.confirmed_by !== '' && day !== '') {
    return say('benefit.confirmedBy', { name: step.confirmed_by, day });
  }
  if (day !== '') return say('benefit.confirmedOn', { day });
  return step.confirmed_by === ''
    ? say('confirmation.confirmed')
    : `${say('confirmation.confirmed')}, ${step.confirmed_by}`;
}
