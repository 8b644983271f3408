import { IconMail } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ways } from '@/api';
import { useFormat } from '@/state';
import { Button } from '@/ui';
import { useOpenRecord, WhyFigure } from '@/why';
import { Months } from './Months';
import type { Offer, Priced } from './offer';
import classes from './SaleList.module.css';
import { priceWords } from './words';

/** Draws the arithmetic of a price at this offer, and the account's reply record beneath. */
export function SaleWhy(props: { one: Priced; offer: Offer; sale: ways.Sale }) {
  const { one, offer, sale } = props;
  const { account, price } = one;
  const { t } = useTranslation('ways');
  const format = useFormat();
  const money = (amount: number) => format.money(Math.round(amount), account.currency);
  const range = (low: number, high: number) =>
    low === high ? format.percent(low) : `${format.percent(low)} – ${format.percent(high)}`;
  const kept = (bonded: number) => 1 - offer.match * (1 - bonded);
  const switching = account.switching * (1 - offer.migration);
  const offered = offer.cheque * account.rate + offer.discount * account.arr;
  const lines = [
    {
      key: 'felt',
      label: (
        <WhyFigure account={account.id} figure="proved.perceived" title={t('sale.felt')}>
          {t('sale.felt')}
        </WhyFigure>
      ),
      value: money(account.felt),
    },
    {
      key: 'bonded',
      label: (
        <WhyFigure account={account.id} figure="bonded_share" title={t('sale.bonded')}>
          {t('sale.bonded')}
        </WhyFigure>
      ),
      value: `× ${range(account.low, account.high)}`,
      hidden: offer.match !== 1,
    },
    {
      key: 'kept',
      label: t('sale.kept', {
        bonded: range(account.low, account.high),
        match: format.percent(offer.match),
      }),
      value: `× ${range(kept(account.low), kept(account.high))}`,
      hidden: offer.match === 1,
    },
    {
      key: 'switching',
      label:
        offer.migration === 1
          ? t('sale.switchingMagic')
          : t('sale.switching', { amount: money(account.switching) }),
      value: `+ ${money(switching)}`,
    },
    {
      key: 'price',
      label: t('sale.walkAway'),
      value: priceWords(price, account.currency, format),
      total: true,
    },
    {
      key: 'offered',
      label:
        offer.discount > 0
          ? t('sale.offeredWith', {
              cheque: format.money(offer.cheque, sale.currency),
              discount: money(offer.discount * account.arr),
            })
          : t('sale.offered'),
      value: money(offered),
    },
  ];
  return (
    <div className={classes['whyBox']}>
      <table>
        <caption>{t('sale.why', { amount: priceWords(price, account.currency, format) })}</caption>
        <tbody>
          {lines
            .filter((line) => line.hidden !== true)
            .map((line) => (
              <tr key={line.key} data-total={line.total === true}>
                <th scope="row">{line.label}</th>
                <td>{line.value}</td>
              </tr>
            ))}
        </tbody>
      </table>
      {account.low !== account.high && <p className={classes['hint']}>{t('sale.rangeHint')}</p>}
      {account.replies !== null && <Record account={account.id} />}
    </div>
  );
}

function Record({ account }: { account: string }) {
  const { t } = useTranslation('ways');
  const open = useOpenRecord();
  const query = useQuery({
    queryKey: ['ways', 'replies', account],
    queryFn: () => ways.replies(account),
  });
  if (query.error !== null) return <p role="alert">{query.error.message}</p>;
  if (query.data === undefined) return null;
  return (
    <>
      <Months months={query.data.months} />
      {query.data.open.map((message) => (
        <div key={message.id} className={classes['message']}>
          <IconMail size={15} stroke={1.6} aria-hidden />
          <div>
            {message.summary !== '' && <q>{message.summary}</q>}
            <p data-late={message.late}>{t('sale.unanswered', { count: message.days })}</p>
          </div>
          <Button size="small" onClick={() => open('touchpoint', message.id)}>
            {t('sale.openMessage')}
          </Button>
        </div>
      ))}
    </>
  );
}
