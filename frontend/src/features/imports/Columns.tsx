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
            data-sure={column.field === '' ? '' : column.confidence}
            value={column.field}
            onChange={(event) => props.onMap(column.name, event.currentTarget.value)}
          >
            <option value="">{t('leaveOut')}</option>
            {[...new Set([...fields, ...(column.field === '' ? [] : [column.field])])].map(
              (field) => (
                <option key={field} value={field}>
                  {fieldWord(field)}
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

const pips: Record<imports.Confidence, number> = { given: 3, exact: 3, likely: 2, guess: 1, '': 0 };

/** Draws the confidence as three pips and a word. */
function Sure({ column }: { column: imports.ImportColumn }) {
  const { t } = useTranslation('imports');
  const sure = column.field === '' ? '' : column.confidence;
  const keys = {
    given: 'given',
    exact: 'sure',
    likely: 'likely',
    guess: 'guess',
    '': 'leftOut',
  } as const;
  const name = `${classes['confidence']} ${sure === 'guess' ? classes['guess'] : ''}`;
  return (
    <span className={name}>
      <span className={classes['pips']} aria-hidden="true">
        {[1, 2, 3].map((pip) => (
          <i key={pip} data-on={pip <= pips[sure]} />
        ))}
      </span>
      {t(`confidence.${keys[sure]}`)}
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
