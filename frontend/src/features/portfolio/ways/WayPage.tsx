import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ways as api } from '@/api';
import { useFormat } from '@/state';
import { Button, EmptyState, PageHead } from '@/ui';
import { type Way, WaySwitch } from '../WaySwitch';
import classes from './WayPage.module.css';

/** What a way's page has besides its picture. */
export interface WayPageProps {
  way: Way;
  /** How many accounts there are; undefined while they are on their way. */
  accounts?: number | undefined;
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
  const { accounts } = props;
  const note =
    accounts === undefined || accounts === 0
      ? undefined
      : t('portfolio:all', { count: accounts, found: number(accounts) });
  return (
    <div className={classes['page']}>
      <PageHead title={t('portfolio:title')} note={note}>
        {accounts !== undefined && accounts > 0 && props.actions}
        <WaySwitch way={props.way} />
      </PageHead>
      <Body {...props} />
    </div>
  );
}

function Body({ accounts, waiting, error, onImport, children }: WayPageProps) {
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
