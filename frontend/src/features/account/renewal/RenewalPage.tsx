import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { renewals as api, toProblem } from '@/api';
import type { Renewal } from '@/api/renewals';
import { useFormat } from '@/state';
import { EmptyState } from '@/ui';
import { AccountFrame } from '../AccountFrame';
import { Checklist } from './Checklist';
import { Deal } from './Deal';
import { Handover } from './Handover';
import { Paper } from './Paper';
import { Readiness } from './Readiness';
import classes from './Renewal.module.css';
import { Result } from './Result';
import { Standing } from './Standing';

/** Which renewal an address means: a term, or the one that is decided next. */
export interface RenewalSearch {
  term?: string;
}

/** Reads what an address says: a term, or a record to look at ("term.ID", "renewal.ID"). */
export function renewalSearch(search: Record<string, unknown>): RenewalSearch {
  const { term, at } = search;
  if (typeof term === 'string') return { term };
  const found = typeof at === 'string' ? /^(?:term|renewal)\.(.+)$/.exec(at)?.[1] : undefined;
  return found === undefined ? {} : { term: found };
}

/** Draws one renewal: is it ready, what is called, what is on the table, and how it ended. */
export function RenewalPage({ accountId, term }: { accountId: string; term: string }) {
  const query = useQuery({
    queryKey: ['account', accountId, 'renewal', term],
    // That no term is open is no failure: the page says what a renewal needs.
    queryFn: () =>
      api.renewal(accountId, term).catch((cause: unknown) => {
        if (term === '' && toProblem(cause).code === 'not_found') return null;
        throw cause;
      }),
  });
  return (
    <AccountFrame account={accountId} tab="renewal" query={query}>
      {(renewal, header) =>
        renewal === null ? (
          <Nothing account={accountId} name={header.name} />
        ) : (
          <One renewal={renewal} />
        )
      }
    </AccountFrame>
  );
}

function Nothing({ account, name }: { account: string; name: string }) {
  const { t } = useTranslation('renewals');
  return (
    <EmptyState headed title={t('one.empty')} actions={<Handover account={account} name={name} />}>
      {t('one.emptyText')}
    </EmptyState>
  );
}

function One({ renewal }: { renewal: Renewal }) {
  const { t } = useTranslation('renewals');
  const isOpen = renewal.result === 'open';
  return (
    <div className={classes['page']}>
      <Head renewal={renewal} />
      <div className={classes['columns']}>
        <div className={classes['main']}>
          {!isOpen && <Result renewal={renewal} />}
          <Standing renewal={renewal} />
          {isOpen && <Readiness renewal={renewal} />}
          <Checklist renewal={renewal} />
        </div>
        <div className={classes['side']}>
          <Deal renewal={renewal} />
          <Paper renewal={renewal} />
          {isOpen && <Result renewal={renewal} />}
          {renewal.others.length > 0 && <Others renewal={renewal} />}
          <p>
            <a className={classes['link']} href="#/renewals">
              {t('one.back')}
            </a>
          </p>
        </div>
      </div>
    </div>
  );
}

/** Says when it is decided, and what about. */
function Head({ renewal }: { renewal: Renewal }) {
  const { t } = useTranslation('renewals');
  const { date, money } = useFormat();
  const { days } = renewal;
  const day = date(renewal.decision);
  const when =
    days === 0
      ? t('one.today')
      : t(days > 0 ? 'one.in' : 'one.past', { count: Math.abs(days), day });
  const facts = [
    t('one.term', {
      start: date(renewal.start),
      end: date(renewal.end),
      amount: money(renewal.arr, renewal.currency),
    }),
    renewal.notice_days > 0 ? t('one.notice', { count: renewal.notice_days }) : '',
    renewal.auto_renew ? t('one.auto') : '',
    renewal.contract !== '' && renewal.contract !== 'main'
      ? t('one.contract', { name: renewal.contract })
      : '',
  ];
  return (
    <div className={classes['head']}>
      <div className={classes['handover']}>
        <Handover account={renewal.account} name={renewal.name} />
      </div>
      <h2 className={days < 0 && renewal.result === 'open' ? classes['warn'] : undefined}>
        {renewal.result === 'open'
          ? when
          : t('one.over', { result: t(`results.${renewal.result}`) })}
      </h2>
      <p className={classes['quiet']}>{facts.filter((one) => one !== '').join(', ')}</p>
    </div>
  );
}

function Others({ renewal }: { renewal: Renewal }) {
  const { t } = useTranslation('renewals');
  const { date } = useFormat();
  return (
    <section aria-labelledby="renewal-others">
      <h3 id="renewal-others">{t('one.others')}</h3>
      <ul className={classes['plain']}>
        {renewal.others.map((one) => (
          <li key={one.term}>
            <a
              className={classes['link']}
              href={`#/accounts/${renewal.account}/renewal?term=${one.term}`}
            >
              {t('one.other', {
                contract: one.contract === '' ? 'main' : one.contract,
                day: date(one.end),
                result: t(`results.${one.result}`),
              })}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
