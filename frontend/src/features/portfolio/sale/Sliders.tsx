import { useTranslation } from 'react-i18next';
import { useFormat } from '@/state';
import { Button } from '@/ui';
import { Slider } from '../ways/Slider';
import classes from './Sale.module.css';
import type { OfferState } from './useOffer';
import { digits } from './words';

/** The highest discount that the slider gives; more can be typed. */
const mostDiscount = 0.5;

/** Draws what a rival may offer: four sliders whose values can be typed. */
export function Sliders(props: { state: OfferState; currency: string; usual: number }) {
  const { t } = useTranslation('ways');
  const format = useFormat();
  const { offer, change, scale } = props.state;
  const { currency, usual } = props;
  const percent = (share: number) => format.percent(share, digits(share));
  const fromPercent = (typed: number) => (typed <= 100 ? typed / 100 : undefined);
  const asPercent = (share: number) => Math.round(share * 1e6) / 1e4;
  const isUsual =
    offer.cheque === usual && offer.discount === 0 && offer.migration === 1 && offer.match === 1;
  return (
    <div className={classes['sliders']}>
      <Slider
        label={t('sale.cheque')}
        value={offer.cheque}
        at={scale.at}
        valueAt={scale.chequeAt}
        steps={200}
        words={format.money(offer.cheque, currency)}
        ends={[format.money(0, currency), format.shortMoney(scale.max, currency)]}
        typed={offer.cheque}
        fromTyped={(typed) => typed}
        onChange={(cheque) => change({ cheque })}
      />
      <Slider
        label={t('sale.discount')}
        value={offer.discount}
        at={(share) => Math.min(1, share / mostDiscount)}
        valueAt={(place) => Math.round(place * mostDiscount * 100) / 100}
        steps={50}
        words={percent(offer.discount)}
        ends={[t('sale.none'), percent(mostDiscount)]}
        typed={asPercent(offer.discount)}
        fromTyped={fromPercent}
        onChange={(discount) => change({ discount })}
      />
      <Slider
        label={t('sale.migration')}
        value={offer.migration}
        at={(share) => share}
        valueAt={(place) => Math.round(place * 100) / 100}
        steps={100}
        words={percent(offer.migration)}
        ends={[t('sale.hard'), t('sale.magic')]}
        typed={asPercent(offer.migration)}
        fromTyped={fromPercent}
        onChange={(migration) => change({ migration })}
      />
      <Slider
        label={t('sale.match')}
        value={offer.match}
        at={(share) => share}
        valueAt={(place) => Math.round(place * 100) / 100}
        steps={100}
        words={percent(offer.match)}
        ends={[t('sale.nothing'), t('sale.allOfIt')]}
        typed={asPercent(offer.match)}
        fromTyped={fromPercent}
        onChange={(match) => change({ match })}
      />
      {!isUsual && (
        <Button
          size="small"
          onClick={() => change({ cheque: usual, discount: 0, migration: 1, match: 1 })}
        >
          {t('sale.usual')}
        </Button>
      )}
    </div>
  );
}
