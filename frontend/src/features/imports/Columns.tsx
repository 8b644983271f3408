import { useTranslation } from 'react-i18next';
import type { imports } from '@/api';
import classes from './Imports.module.css';

/** Draws the columns of the file, where each goes, and how sure that is. */
export function Columns(props: {
  plan: imports.ImportPlan;
  onMap: (column: string, field: string) => void;
}) {
  const { t } = useTranslation('imports');
  const { columns, fields, notes } = props.plan;
  const used = columns.filter((column) => column.field !== '').length;
  const guesses = columns.filter((column) => column.confidence === 'guess').length;
  return (
    <section className={classes['side']} aria-labelledby="import-columns">
      <h2 id="import-columns">
        {t('columns')}
        <small>
          {t('used', { used, count: columns.length })}
          {guesses > 0 && `, ${t('toCheck', { count: guesses })}`}
        </small>
      </h2>
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
            value={column.field}
            onChange={(event) => props.onMap(column.name, event.currentTarget.value)}
          >
            <option value="">{t('leaveOut')}</option>
            {[...new Set([...fields, ...(column.field === '' ? [] : [column.field])])].map(
              (field) => (
                <option key={field} value={field}>
                  {field === 'attributes' ? t('attribute') : fieldWord(field)}
                </option>
              ),
            )}
          </select>
          <Sure column={column} />
        </div>
      ))}
      {notes.length > 0 && (
        <ul className={classes['notes']}>
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </section>
  );
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

/** Writes a field's name as words: "renewal_date" is "Renewal date". */
export function fieldWord(field: string): string {
  const words = field
    .replaceAll('_', ' ')
    .replace(/\b(id|arr|csm)\b/g, (word) => word.toUpperCase());
  return words.charAt(0).toUpperCase() + words.slice(1);
}
