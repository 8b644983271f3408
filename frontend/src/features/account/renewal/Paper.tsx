import { IconX } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { renewals as api } from '@/api';
import type { Renewal, Step } from '@/api/renewals';
import { Form } from '@/form';
import { useFormat, useOnce, useWrite } from '@/state';
import { Button, DateField } from '@/ui';
import { Labelled } from '../plan/Labelled';
import classes from './Renewal.module.css';
import { inputOf } from './renewal';

const fresh: Step = { step: '', owner: '', due: '', done_on: '', late: false };

/** Draws the paper path: who signs what by when, and what of it is done. */
export function Paper({ renewal }: { renewal: Renewal }) {
  const { t } = useTranslation('renewals');
  const write = useWrite();
  const [editing, setEditing] = useState<Step | null>(null);
  const { paper } = renewal;
  const usual = (['legal', 'security', 'order', 'signature'] as const).map((key) =>
    t(`paper.usual.${key}`),
  );
  const begin = useOnce(() =>
    write(() => api.beginPath(inputOf(renewal), usual), t('paper.begun')).catch(() => undefined),
  );
  const form = (step: Step) => (
    <StepForm key={step.step} renewal={renewal} step={step} onClose={() => setEditing(null)} />
  );
  return (
    <section aria-labelledby="renewal-paper">
      <div className={classes['titled']}>
        <h3 id="renewal-paper">{t('paper.title')}</h3>
        {paper.length > 0 && (
          <p className={classes['quiet']}>
            {t('paper.sum', {
              done: paper.filter((step) => step.done_on !== '').length,
              of: paper.length,
            })}
          </p>
        )}
      </div>
      {paper.length === 0 && <p className={classes['quiet']}>{t('paper.empty')}</p>}
      <ol className={classes['ticks']}>
        {paper.map((step) => (
          <li key={step.step}>
            {editing?.step === step.step ? (
              form(step)
            ) : (
              <Row renewal={renewal} step={step} onEdit={() => setEditing(step)} />
            )}
          </li>
        ))}
      </ol>
      {editing?.step === '' && form(fresh)}
      {editing === null && !renewal.read_only && (
        <div className={classes['buttons']}>
          {paper.length === 0 && (
            <Button size="small" data-at="renewal-paper" onClick={() => void begin()}>
              {t('paper.begin')}
            </Button>
          )}
          <Button
            size="small"
            {...(paper.length > 0 && { 'data-at': 'renewal-paper' })}
            onClick={() => setEditing(fresh)}
          >
            {t('paper.add')}
          </Button>
        </div>
      )}
    </section>
  );
}

function Row(props: { renewal: Renewal; step: Step; onEdit: () => void }) {
  const { renewal, step } = props;
  const { t } = useTranslation('renewals');
  const { dayAndMonth } = useFormat();
  const write = useWrite();
  const done = step.done_on !== '';
  const tick = (now: boolean) =>
    void write(
      () =>
        api.saveStep({
          ...stepInput(renewal, step),
          was: step.step,
          done_on: now ? renewal.today : '',
        }),
      t(now ? 'paper.ticked' : 'paper.unticked', { step: step.step }),
    ).catch(() => undefined);
  const remove = () =>
    void write(() => api.removeStep(inputOf(renewal), step.step), t('paper.saved')).catch(
      () => undefined,
    );
  const day = done
    ? t('paper.done', { day: dayAndMonth(step.done_on) })
    : step.due === ''
      ? t('paper.noDay')
      : t('paper.by', { day: dayAndMonth(step.due) });
  return (
    <>
      <input
        type="checkbox"
        aria-label={step.step}
        checked={done}
        disabled={renewal.read_only}
        onChange={(event) => tick(event.currentTarget.checked)}
      />
      <span>
        <button
          type="button"
          className={classes['edit']}
          aria-label={t('paper.edit', { step: step.step })}
          disabled={renewal.read_only}
          onClick={props.onEdit}
        >
          {step.step}
        </button>
        <span className={classes['quiet']}>
          {' '}
          {step.owner === '' ? t('paper.noOwner') : step.owner}, {day}
        </span>
        {step.late && <b className={classes['warn']}> {t('paper.late')}</b>}
      </span>
      <Button
        look="quiet"
        size="small"
        aria-label={t('paper.remove', { step: step.step })}
        icon={<IconX size={13} stroke={1.8} aria-hidden />}
        onClick={remove}
      />
    </>
  );
}

function stepInput(renewal: Renewal, step: Step) {
  const { late: _, ...fields } = step;
  return { renewal: inputOf(renewal), ...fields };
}

function StepForm(props: { renewal: Renewal; step: Step; onClose: () => void }) {
  const { renewal, step, onClose } = props;
  const { t } = useTranslation('renewals');
  const write = useWrite();
  const names = useId();
  const [fields, setFields] = useState(step);
  const set = (part: Partial<Step>) => setFields({ ...fields, ...part });
  return (
    <Form
      label={step.step === '' ? t('paper.add') : t('paper.edit', { step: step.step })}
      save={t('save')}
      onClose={onClose}
      onSave={() =>
        write(
          () => api.saveStep({ ...stepInput(renewal, fields), was: step.step }),
          t('paper.saved'),
        )
      }
    >
      {(wrong) => (
        <>
          <Labelled label={t('paper.step')} error={wrong('step') ?? ''}>
            {(field) => (
              <input
                {...field}
                value={fields.step}
                onChange={(event) => set({ step: event.currentTarget.value })}
              />
            )}
          </Labelled>
          <Labelled label={t('paper.owner')}>
            {(field) => (
              <input
                {...field}
                list={names}
                value={fields.owner}
                onChange={(event) => set({ owner: event.currentTarget.value })}
              />
            )}
          </Labelled>
          <datalist id={names}>
            {renewal.people.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
          <Labelled label={t('paper.due')} error={wrong('due') ?? ''}>
            {(field) => (
              <DateField
                {...field}
                today={renewal.today}
                value={fields.due}
                onChange={(due) => set({ due })}
              />
            )}
          </Labelled>
          {step.step !== '' && (
            <Labelled label={t('paper.doneOn')} error={wrong('done_on') ?? ''}>
              {(field) => (
                <DateField
                  {...field}
                  today={renewal.today}
                  value={fields.done_on}
                  onChange={(done_on) => set({ done_on })}
                />
              )}
            </Labelled>
          )}
        </>
      )}
    </Form>
  );
}
