import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { imports } from '@/api';
import { useFormat } from '@/state';
import classes from './Imports.module.css';
import { session, useSession } from './session';
import { kindWord, sourceWord } from './words';

/** Draws what was found in the file as one line; all that can be wrong can be changed. */
export function Found({ plan }: { plan: imports.ImportPlan }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const { request } = useSession();
  const same = (value: string) => ({ value, label: value });
  return (
    <section aria-label={t('found')}>
      <dl className={classes['found']}>
        <Choice
          label={t('what')}
          value={request.as || plan.as}
          note={plan.confidence === 'guess' ? t('guessed') : ''}
          options={plan.kinds.map((kind) => ({ value: kind, label: kindWord(t, kind) }))}
          onChange={(as) => session.say({ as, map: {}, constants: {} })}
        />
        <div>
          <dt>{t('rows')}</dt>
          <dd>{format.number(plan.rows)}</dd>
        </div>
        <Choice
          label={t('sheet')}
          value={request.sheet || plan.sheet}
          options={plan.sheets.map(same)}
          onChange={(sheet) => session.say({ sheet, map: {} })}
        />
        <Choice
          label={t('encoding')}
          value={request.encoding || plan.encoding}
          options={plan.encoding === '' ? [] : plan.encodings.map(same)}
          onChange={(encoding) => session.say({ encoding })}
        />
        <Choice
          label={t('delimiter')}
          value={request.delimiter || plan.delimiter}
          options={[
            { value: ',', label: t('delimiters.comma') },
            { value: ';', label: t('delimiters.semicolon') },
            { value: '\t', label: t('delimiters.tab') },
            { value: '|', label: t('delimiters.bar') },
          ]}
          onChange={(delimiter) => session.say({ delimiter, map: {} })}
        />
        <Choice
          label={t('dates')}
          value={request.date_order || plan.date_order}
          options={[
            { value: 'dmy', label: '31.12.2026' },
            { value: 'mdy', label: '12/31/2026' },
            { value: 'ymd', label: '2026-12-31' },
          ]}
          onChange={(date_order) => session.say({ date_order })}
        />
        <Choice
          label={t('decimals')}
          value={request.decimal || plan.decimal}
          options={[
            { value: ',', label: '1.234,56' },
            { value: '.', label: '1,234.56' },
          ]}
          onChange={(decimal) => session.say({ decimal })}
        />
        <Choice
          label={t('currency')}
          value={request.currency || plan.currency}
          options={plan.currencies.map(same)}
          onChange={(currency) => session.say({ currency })}
        />
        <Choice
          label={t('source')}
          value={request.source || plan.source}
          options={[...new Set([...plan.sources, 'import', plan.source])].map((source) => ({
            value: source,
            label: sourceWord(t, source),
          }))}
          onChange={(source) => session.say({ source })}
        />
      </dl>
    </section>
  );
}

/** Draws one thing that was found; what the file has none of is left out. */
function Choice(props: {
  label: string;
  value: string;
  note?: string;
  options: { value: string; label: ReactNode }[];
  onChange: (value: string) => void;
}) {
  const id = useId();
  if (props.value === '' || props.options.length === 0) return null;
  const note = props.note ?? '';
  return (
    <div>
      <dt>
        <label htmlFor={id}>{props.label}</label>
        {note !== '' && <span className={classes['guessed']}> {note}</span>}
      </dt>
      <dd>
        <select
          id={id}
          className={classes['plainSelect']}
          value={props.value}
          onChange={(event) => props.onChange(event.currentTarget.value)}
        >
          {props.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      </dd>
    </div>
  );
}
