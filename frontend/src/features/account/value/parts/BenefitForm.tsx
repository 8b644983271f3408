import { type KeyboardEvent, useState } from 'react';
import { toProblem } from '@/api';
import type { Benefit, BenefitInput, Timeline } from '@/api/value';
import { useOnce } from '@/state';
import { Button, DateField, Segmented } from '@/ui';
import { dimensionName } from '../dimensions';
import { checkDraft, type Draft, type Errors, emptyDraft, type PartProps } from '../form';
import type { Voice } from '../words';
import { Field } from './Field';
import classes from './Form.module.css';
import { ProofFields } from './ProofFields';

/** What the form needs and tells. */
export interface BenefitFormProps {
  timeline: Timeline;
  voice: Voice;
  /** The day under the pointer when the form was asked for. */
  on: string;
  /** The benefit that gets a further step; null makes a new benefit. */
  benefit: Benefit | null;
  onSave: (input: Omit<BenefitInput, 'account'>) => Promise<void>;
  onCancel: () => void;
}

/** Takes in a new benefit, or a new step of one, in place. Ctrl Enter adds it, Esc leaves. */
export function BenefitForm(props: BenefitFormProps) {
  const { timeline, voice, on, benefit, onSave, onCancel } = props;
  const { say, locale } = voice;
  const first = benefit?.dimension ?? timeline.dimensions[0] ?? '';
  const [draft, setDraft] = useState(() => emptyDraft(on, timeline.today, first));
  const [errors, setErrors] = useState<Errors>({});
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const submit = useOnce(async () => {
    const checked = checkDraft(draft, benefit === null, timeline.today, locale, say);
    if (!checked.ok) {
      setErrors(checked.errors);
      return;
    }
    try {
      await onSave(checked.input);
    } catch (cause) {
      const problem = toProblem(cause);
      if (problem.field !== '') setErrors({ [problem.field]: problem.message });
    }
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || (!event.ctrlKey && !event.metaKey)) return;
    event.preventDefault();
    void submit();
  };
  return (
    <form
      className={classes['form']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
      onKeyDown={onKeyDown}
    >
      <h3>
        {benefit === null ? say('form.title') : say('form.stepTitle', { title: benefit.title })}
      </h3>
      {benefit === null && (
        <WhatFields
          draft={draft}
          change={change}
          errors={errors}
          timeline={timeline}
          voice={voice}
        />
      )}
      <StepFields
        draft={draft}
        change={change}
        errors={errors}
        timeline={timeline}
        voice={voice}
        first={benefit !== null}
      />
      <ProofFields
        draft={draft}
        change={change}
        errors={errors}
        timeline={timeline}
        voice={voice}
        withProof={benefit === null}
      />
      <div className={classes['actions']}>
        <Button look="primary" type="submit">
          {say('form.save')}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {say('form.cancel')}
        </Button>
        <span className={classes['keys']}>{say('form.keys')}</span>
      </div>
    </form>
  );
}

function WhatFields({ draft, change, errors, timeline, voice }: PartProps) {
  const { say } = voice;
  return (
    <>
      <Field className={classes['wide']} label={say('form.what')} error={errors['title']}>
        {(field) => (
          <input
            {...field}
            data-autofocus
            placeholder={say('form.whatHint')}
            value={draft.title}
            onChange={(e) => change({ title: e.target.value })}
          />
        )}
      </Field>
      <Field label={say('form.dimension')} error={errors['dimension']}>
        {(field) => (
          <select
            {...field}
            value={draft.dimension}
            onChange={(e) => change({ dimension: e.target.value })}
          >
            {timeline.dimensions.map((d) => (
              <option key={d} value={d}>
                {dimensionName(d, say)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={say('form.group')} error={errors['group']}>
        {(field) => (
          <>
            <input
              {...field}
              list={`${field.id}-groups`}
              value={draft.group}
              onChange={(e) => change({ group: e.target.value })}
            />
            <datalist id={`${field.id}-groups`}>
              {timeline.groups.map((g) => (
                <option key={g} value={g} />
              ))}
            </datalist>
          </>
        )}
      </Field>
    </>
  );
}

function StepFields({
  draft,
  change,
  errors,
  timeline,
  voice,
  first,
}: PartProps & { first: boolean }) {
  const { say } = voice;
  return (
    <>
      <Field
        label={`${say('form.amount')}, ${say('form.amountHint', { currency: timeline.currency })}`}
        error={errors['amount']}
      >
        {(field) => (
          <input
            {...field}
            {...(first ? { 'data-autofocus': true } : {})}
            inputMode="decimal"
            value={draft.amount}
            onChange={(e) => change({ amount: e.target.value })}
          />
        )}
      </Field>
      <div className={classes['field']}>
        <span className={classes['legend']} aria-hidden="true">
          {say('form.kind')}
        </span>
        <Segmented
          label={say('form.kind')}
          value={draft.kind}
          options={[
            { value: 'yearly', label: say('form.yearly') },
            { value: 'once', label: say('form.once') },
          ]}
          onChange={(kind) => change({ kind })}
        />
      </div>
      <Field label={say('form.people')} error={errors['people']}>
        {(field) => (
          <input
            {...field}
            inputMode="numeric"
            value={draft.people}
            onChange={(e) => change({ people: e.target.value })}
          />
        )}
      </Field>
      <Field label={say('form.day')} error={errors['on']}>
        {(field) => (
          <DateField
            {...field}
            today={timeline.today}
            value={draft.on}
            onChange={(on) => change({ on })}
          />
        )}
      </Field>
    </>
  );
}
