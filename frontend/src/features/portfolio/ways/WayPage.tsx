import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ways as api } from '@/api';
import { useFormat } from '@/state';
import { Button, EmptyState, PageHead } from '@/ui';
import { Filter } from '../Filter';
import { Filters } from '../Filters';
import tools from '../Filters.module.css';
import { Views } from '../Views';
import { isUnfiltered, type PortfolioView, unfiltered } from '../view';
import { type Way, WaySwitch } from '../WaySwitch';
import { Whose } from '../Whose';
import classes from './WayPage.module.css';

/** What a way's page has besides its picture. */
export interface WayPageProps {
  way: Way;
  /** Which accounts are shown. */
  view: PortfolioView;
  onView: (view: PortfolioView) => void;
  /** How many accounts are shown; undefined while they are on their way. */
  accounts?: number | undefined;
  /** How many there are without the filter. */
  all?: number | undefined;
  waiting?: api.Reckoning | undefined;
  error: Error | null;
  onImport: () => void;
  /** More at the right of the heading. */
  actions?: ReactNode;
  children: ReactNode;
}

/** Draws the heading that all ways share, and what is shown while there is nothing to see. */
export function WayPage(props: WayPageProps) {
  const { t } = useTranslation(['ways', 'common', 'portfolio']);
  const { number } = useFormat();
  const { accounts, all, view, onView } = props;
  const some = !isUnfiltered(view);
  const there = (all ?? accounts ?? 0) > 0;
  return (
    <div className={classes['page']}>
      <PageHead
        title={t('portfolio:title')}
        note={
          there &&
          accounts !== undefined && (
            <span role="status">
              {some && all !== undefined
                ? t('portfolio:someOf', { count: all, found: number(accounts), all: number(all) })
                : t('portfolio:all', { count: accounts, found: number(accounts) })}
            </span>
          )
        }
      >
        {(there || some) && (
          <Filter value={view.filter} onChange={(words) => onView({ ...view, filter: words })} />
        )}
        {accounts !== undefined && accounts > 0 && props.actions}
        <WaySwitch way={props.way} view={view} />
      </PageHead>
      {(there || some) && (
        <div className={classes['tools']}>
          <div className={tools['tools']}>
            <Views view={view} columns={view.columns} onView={onView} />
            <Whose view={view} onView={onView} />
            <Filters filters={view.filters} onChange={(filters) => onView({ ...view, filters })} />
            {some && (
              <Button size="small" look="quiet" onClick={() => onView(unfiltered(view))}>
                {t('portfolio:clear')}
              </Button>
            )}
          </div>
        </div>
      )}
      <Body {...props} />
    </div>
  );
}

function Body({ accounts, all, view, waiting, error, onImport, children }: WayPageProps) {
  const { t } = useTranslation(['ways', 'common', 'portfolio']);
  if (error !== null) {
    return (
      <EmptyState title={t('common:failed')} alert>
        {error.message}
      </EmptyState>
    );
  }
  if (waiting !== undefined && waiting.accounts > 0) return <Waiting waiting={waiting} />;
  if (accounts === undefined) return null;
  if (accounts === 0 && (all ?? 0) > 0 && !isUnfiltered(view)) {
    return <p className={classes['none']}>{t('portfolio:noneFound')}</p>;
  }
  if (accounts === 0) {
    return (
      <EmptyState
        headed
        title={t('portfolio:empty.title')}
        actions={
          <Button look="primary" size="large" onClick={onImport}>
            {t('portfolio:empty.import')}
          </Button>
        }
      >
        {t('portfolio:empty.text')}
      </EmptyState>
    );
  }
  return children;
}

/** How often one asks how far the figures are, in milliseconds; never while they are all there. */
export function beat(waiting: api.Reckoning | undefined): number | false {
  return (waiting?.accounts ?? 0) > 0 ? 400 : false;
}

function Waiting({ waiting }: { waiting: api.Reckoning }) {
  const { t } = useTranslation('portfolio');
  const { number } = useFormat();
  const done = t('reckoningDone', {
    done: number(waiting.done),
    all: number(waiting.accounts),
  });
  return (
    <div className={classes['waiting']}>
      <p role="status">
        {t('reckoningAll', { count: waiting.accounts, formatted: number(waiting.accounts) })}
      </p>
      <progress max={waiting.accounts} value={waiting.done} aria-label={done} />
      <span aria-hidden="true">{done}</span>
    </div>
  );
}
