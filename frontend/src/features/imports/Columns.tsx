import { useTranslation } from 'react-i18next';
import type { imports } from '@/api';
import { useFormat } from '@/state';
import classes from './Columns.module.css';
import { Constants } from './Constants';
import { MappingChoice } from './MappingChoice';
import { session, useSession } from './session';
import { fieldWord } from './words';

/** Draws the columns of the file, where each goes, and how sure that is. */
export function Columns({ plan }: { plan: imports.ImportPlan }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const { request } = useSession();
  const { columns, fields } = plan;
  const used = columns.filter((column) => column.field !== '').length;
  const guesses = columns.filter((column) => column.confidence === 'guess').length;
  return (
    <section aria-labelledby="import-columns">
      <div className={classes['sideHead']}>
        <h2 id="import-columns">
          {t('columns')}
          <small>
            {t('used', { used: format.number(used), total: format.number(columns.length) })}
            {guesses > 0 && `, ${t('toCheck', { count: guesses })}`}
          </small>
        </h2>
        <MappingChoice plan={plan} />
      </div>
      {columns.map((column) => (
        <div key={column.name} className={classes['column']}>
          <span className={classes['columnName']} title={column.name}>
            {column.name}
          </span>
          <span className={classes['sample']} title={column.sample}>
            {column.sample}
          </span>
          <select
            className={classes['select']}
            aria-label={t('goesTo', { column: column.name })}
            data-sure={sureness(column)}
            value={request.map[column.name] ?? column.field}
            onChange={(event) =>
              session.say({ map: { ...request.map, [column.name]: event.currentTarget.value } })
            }
          >
            <option value="">{t('leaveOut')}</option>
            {choices(fields, column.field, plan.as).map((field) => (
              <option key={field} value={field}>
                {fieldWord(t, field)}
              </option>
            ))}
          </select>
          <Sure column={column} />
        </div>
      ))}
      <Constants plan={plan} />
    </section>
  );
}

function choices(fields: readonly string[], own: string, as: string): string[] {
  const attributes = as === 'accounts' ? ['attributes'] : [];
  return [...new Set([...fields, ...attributes, ...(own === '' ? [] : [own])])];
}

type Sureness = imports.Confidence | 'kept';

/** A column without a field of its own is kept as an attribute: that is no guess, and no match. */
function sureness({ field, confidence }: imports.ImportColumn): Sureness {
  if (field === '') return '';
  return field === 'attributes' && confidence !== 'given' ? 'kept' : confidence;
}

const looks = {
  given: { pips: 3, word: 'given' },
  exact: { pips: 3, word: 'sure' },
  likely: { pips: 2, word: 'likely' },
  guess: { pips: 1, word: 'guess' },
  kept: { pips: 0, word: 'kept' },
  '': { pips: 0, word: 'leftOut' },
} as const;

/** Draws the confidence as three pips and a word. */
function Sure({ column }: { column: imports.ImportColumn }) {
  const { t } = useTranslation('imports');
  const sure = sureness(column);
  const look = looks[sure];
  const name = `${classes['confidence']} ${sure === 'guess' ? classes['guess'] : ''}`;
  return (
    <span className={name}>
      <span className={classes['pips']} aria-hidden="true">
        {[1, 2, 3].map((pip) => (
          <i key={pip} data-on={pip <= look.pips} />
        ))}
      </span>
      {t(`confidence.${look.word}`)}
    </span>
  );
}
