import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { imports } from '@/api';
import { inWords } from '@/i18n/words';
import { useFormat } from '@/state';
import { Dialog, Segmented } from '@/ui';
import classes from './Detail.module.css';
import { answersTo } from './Questions';
import { session, useSession } from './session';
import { fieldWord, valueWords } from './words';

/** Shows all of one row: what it would write, what it leaves open, and how the file has it. */
export function RowDetail(props: {
  place: number | undefined;
  stamp: number;
  onClose: () => void;
}) {
  const { t } = useTranslation('imports');
  const { place } = props;
  const detail = useQuery({
    queryKey: ['import-row', props.stamp, place],
    queryFn: () => imports.row(place ?? 0),
    enabled: place !== undefined,
    placeholderData: (before) => (before?.row.place === place ? before : undefined),
    gcTime: 0,
  });
  const row = detail.data?.row;
  return (
    <Dialog
      opened={place !== undefined && row !== undefined}
      onClose={props.onClose}
      title={row === undefined ? '' : t('detail', { row: row.row, name: row.name })}
      size="lg"
    >
      {detail.data !== undefined && <Body detail={detail.data} />}
    </Dialog>
  );
}

function Body({ detail }: { detail: imports.ImportDetail }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const { row, written } = detail;
  const changes = [...detail.changes].sort((a, b) => rankOf(a.field) - rankOf(b.field));
  return (
    <div className={classes['detail']}>
      {row.reason !== '' && <p className={classes['reason']}>{inWords(row.reason)}</p>}
      <Ask row={row} />
      <h3>{t('wouldWrite')}</h3>
      {changes.length === 0 ? (
        <p className={classes['hint']}>
          {t(row.status === 'refused' ? 'refusedNothing' : 'wouldNothing')}
        </p>
      ) : (
        <dl className={classes['list']}>
          {changes.map((change) => (
            <div key={`${change.kind}.${change.field}`}>
              <dt>{fieldWord(t, change.field)}</dt>
              <dd>
                {change.from !== '' && (
                  <>
                    <s>{valueWords(format, change.from)}</s>
                    <span className="visually-hidden"> → </span>
                  </>
                )}
                <b>{valueWords(format, change.to)}</b>
              </dd>
            </div>
          ))}
        </dl>
      )}
      <h3>{t('inFile')}</h3>
      <dl className={classes['list']}>
        {written.map((cell) => (
          <div key={cell.name} data-left={cell.field === ''}>
            <dt>{cell.name}</dt>
            <dd>{cell.sample === '' ? <i>{t('empty')}</i> : cell.sample}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** Lets a person answer for this row alone. */
function Ask({ row }: { row: imports.ImportRow }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const { request } = useSession();
  const { ask } = row;
  if (ask.kind === '' || ask.answer === '') return null;
  const from = valueWords(format, ask.was);
  const to = valueWords(format, ask.becomes);
  return (
    <div className={classes['ask']}>
      <p>
        <b>{t('becomes', { from, to })}</b>
        <small>{t(`answerHint.${ask.kind}`)}</small>
      </p>
      <Segmented
        label={t('thisRow')}
        value={request.answers[row.row] ?? ask.answer}
        options={answersTo[ask.kind].map((one) => ({ value: one, label: t(`answer.${one}`) }))}
        onChange={(answer) => session.say({ answers: { ...request.answers, [row.row]: answer } })}
      />
    </div>
  );
}

/** What has a field of its own comes before what is only kept. */
function rankOf(field: string): number {
  return field.includes('.') ? 1 : 0;
}
