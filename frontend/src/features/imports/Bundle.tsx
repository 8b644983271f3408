import { useTranslation } from 'react-i18next';
import type { imports } from '@/api';
import { inWords } from '@/i18n/words';
import { useFormat } from '@/state';
import classes from './Bundle.module.css';
import { Notes } from './Notes';

/** Draws what is in a bundle, or why it cannot come in. */
export function Bundle({ plan }: { plan: imports.ImportPlan }) {
  const { t } = useTranslation('imports');
  const { t: record } = useTranslation('chronicle');
  const format = useFormat();
  const { bundle } = plan;
  if (plan.problem !== '') {
    return (
      <div className={classes['bundle']}>
        <div role="alert" className={classes['bad']}>
          <h2>{t('bundle.bad')}</h2>
          <p>{inWords(plan.problem)}</p>
          <p>{t('kept')}</p>
        </div>
        <Notes notes={plan.notes} more={plan.more_notes} />
      </div>
    );
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard has to reach it
    <section className={classes['bundle']} aria-labelledby="import-bundle" tabIndex={0}>
      <h2 id="import-bundle">{t('bundle.title', { workspace: bundle.workspace })}</h2>
      <p className={classes['hint']}>
        {bundle.exported_at !== '' &&
          `${t('bundle.from', { on: format.moment(bundle.exported_at) })}. `}
        {t('bundle.whole')}
      </p>
      <table className={classes['table']}>
        <caption>{t('bundle.what')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('bundle.kind')}</th>
            <th scope="col">{t('bundle.records')}</th>
          </tr>
        </thead>
        <tbody>
          {bundle.kinds.map(({ kind, count }) => (
            <tr key={kind}>
              <th scope="row">
                {record(`kind.${kind}` as 'kind.account', {
                  defaultValue: inWords(kind.replaceAll('_', ' ')),
                })}
              </th>
              <td>{format.number(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {bundle.attachments > 0 && (
        <p className={classes['hint']}>{t('bundle.attachments', { count: bundle.attachments })}</p>
      )}
      <Notes notes={plan.notes} more={plan.more_notes} />
    </section>
  );
}
