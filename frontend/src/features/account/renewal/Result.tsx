import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { renewals as api } from '@/api';
import type { Renewal, ResultWord } from '@/api/renewals';
import { Form } from '@/form';
import { readNumber } from '@/lib/numbers';
import { useFormat, useWrite } from '@/state';
import { Button, DateField } from '@/ui';
import { Edit } from '../plan/Edit';
import { Labelled } from '../plan/Labelled';
import classes from './Renewal.module.css';
import { inputOf } from './renewal';

const results = ['renewed', 'expanded', 'contracted', 'cancelled', 'open'] as const;

/** Draws how the term ended, why, and what was learned. */
export function Result({ renewal }: { renewal: Renewal }) {
  const { t } = useTranslation('renewals');
  const { date, locale, money } = useFormat();
  const write = useWrite();
  const [editing, setEditing] = useState(false);
  const isOpen = renewal.result === 'open';
  const arr = renewal.result_arr ?? null;
  return (
    <section aria-labelledby="renewal-result">
      <h3 id="renewal-result">{t('result.title')}</h3>
      {isOpen && !editing && <p className={classes['quiet']}>{t('result.none')}</p>}
      {!isOpen && !editing && (
        <>
          <p>
            {t('result.was', {
              result: t(`results.${renewal.result}`),
              day: date(renewal.result_on === '' ? renewal.end : renewal.result_on),
            })}
            {arr !== null &&
              `, ${t('result.arrTo', {
                from: money(renewal.arr, renewal.currency),
                to: money(arr, renewal.currency),
              })}`}
          </p>
          {renewal.result_reason !== '' && <p>{renewal.result_reason}</p>}
          <dl className={classes['deal']}>
            <div>
              <dt>{t('result.lessons')}</dt>
              <dd>
                <Edit
                  kind="long"
                  label={t('result.lessons')}
                  at="renewal-lessons"
                  value={renewal.lessons}
                  placeholder={t('result.lessonsHint')}
                  locale={locale}
                  onSave={(text) =>
                    write(
                      () => api.save(inputOf(renewal), 'lessons', text),
                      t('deal.saved', { what: t('result.lessons') }),
                    )
                  }
                />
              </dd>
            </div>
          </dl>
        </>
      )}
      {!editing && !renewal.read_only && (
        <Button size="small" data-at="renewal-result" onClick={() => setEditing(true)}>
          {t(isOpen ? 'result.note' : 'result.change')}
        </Button>
      )}
      {editing && <ResultForm renewal={renewal} onClose={() => setEditing(false)} />}
    </section>
  );
}

function ResultForm({ renewal, onClose }: { renewal: Renewal; onClose: () => void }) {
  const { t } = useTranslation('renewals');
  const { locale } = useFormat();
  const write = useWrite();
  const wasOpen = renewal.result === 'open';
  const [fields, setFields] = useState({
    result: wasOpen ? ('renewed' as ResultWord) : renewal.result,
    on: renewal.result_on === '' ? renewal.today : renewal.result_on,
    arr: String(renewal.result_arr ?? renewal.forecast ?? renewal.arr),
    reason: renewal.result_reason,
    lessons: renewal.lessons,
    next: wasOpen,
    start: renewal.next_start,
    end: renewal.next_end,
  });
  const set = (part: Partial<typeof fields>) => setFields({ ...fields, ...part });
  const kept = fields.result !== 'cancelled' && fields.result !== 'open';
  const save = () =>
    write(
      () =>
        api.result({
          renewal: inputOf(renewal),
          ...fields,
          arr: kept ? (readNumber(fields.arr, locale) ?? fields.arr) : '',
          next: kept && fields.next,
        }),
      t('result.saved'),
    );
  return (
    <Form label={t('result.note')} save={t('save')} onClose={onClose} onSave={save}>
      {(wrong) => (
        <>
          <Labelled label={t('result.how')} error={wrong('result') ?? ''}>
            {(field) => (
              <select
                {...field}
                value={fields.result}
                onChange={(event) => set({ result: event.currentTarget.value as ResultWord })}
              >
                {results
                  .filter((one) => one !== 'open' || !wasOpen)
                  .map((one) => (
                    <option key={one} value={one}>
                      {t(`results.${one}`)}
                    </option>
                  ))}
              </select>
            )}
          </Labelled>
          <Labelled label={t('result.on')} error={wrong('on') ?? ''}>
            {(field) => (
              <DateField
                {...field}
                today={renewal.today}
                value={fields.on}
                onChange={(on) => set({ on })}
              />
            )}
          </Labelled>
          {kept && (
            <Labelled label={t('result.arr')} error={wrong('arr') ?? ''}>
              {(field) => (
                <input
                  {...field}
                  inputMode="decimal"
                  value={fields.arr}
                  onChange={(event) => set({ arr: event.currentTarget.value })}
                />
              )}
            </Labelled>
          )}
          <Texts fields={fields} onSet={set} />
          {kept && <Next renewal={renewal} fields={fields} onSet={set} wrong={wrong} />}
        </>
      )}
    </Form>
  );
}

interface Fields {
  reason: string;
  lessons: string;
  next: boolean;
  start: string;
  end: string;
}

function Texts(props: { fields: Fields; onSet: (part: Partial<Fields>) => void }) {
  const { t } = useTranslation('renewals');
  return (['reason', 'lessons'] as const).map((name) => (
    <Labelled key={name} label={t(`result.${name}`)} className={classes['wide']}>
      {(field) => (
        <textarea
          {...field}
          rows={2}
          value={props.fields[name]}
          onChange={(event) => props.onSet({ [name]: event.currentTarget.value })}
        />
      )}
    </Labelled>
  ));
}

/** Asks whether the term that follows begins, and from when to when. */
function Next(props: {
  renewal: Renewal;
  fields: Fields;
  onSet: (part: Partial<Fields>) => void;
  wrong: (field: string) => string | undefined;
}) {
  const { t } = useTranslation('renewals');
  const { fields, wrong } = props;
  return (
    <>
      <label className={classes['choice']}>
        <input
          type="checkbox"
          checked={fields.next}
          onChange={(event) => props.onSet({ next: event.currentTarget.checked })}
        />
        {t('result.next')}
      </label>
      {wrong('next') !== undefined && (
        <p role="alert" className={classes['warn']}>
          {wrong('next')}
        </p>
      )}
      {fields.next &&
        (['start', 'end'] as const).map((name) => (
          <Labelled key={name} label={t(`result.${name}`)} error={wrong(name) ?? ''}>
            {(field) => (
              <DateField
                {...field}
                today={props.renewal.today}
                value={fields[name]}
                onChange={(day) => props.onSet({ [name]: day })}
              />
            )}
          </Labelled>
        ))}
    </>
  );
}
