import { useTranslation } from 'react-i18next';
import { renewals as api } from '@/api';
import type { Renewal } from '@/api/renewals';
import { useFormat, useWrite } from '@/state';
import { Edit } from '../plan/Edit';
import classes from './Renewal.module.css';
import { inputOf, shareOf } from './renewal';

const texts = ['ask', 'concessions', 'mitigation'] as const;
const amounts = ['offer', 'forecast'] as const;

/** Draws what is on the table: our ask, their offer, what we gave, and what we expect. */
export function Deal({ renewal }: { renewal: Renewal }) {
  const { t } = useTranslation('renewals');
  return (
    <section aria-labelledby="renewal-deal">
      <h3 id="renewal-deal">{t('deal.title')}</h3>
      <dl className={classes['deal']}>
        <Text renewal={renewal} field="ask" />
        <Figure renewal={renewal} field="offer" />
        <Text renewal={renewal} field="concessions" />
        <Figure renewal={renewal} field="forecast" />
        <Probability renewal={renewal} />
        <Text renewal={renewal} field="mitigation" />
      </dl>
    </section>
  );
}

/** Returns how a field of the renewal is written. */
function useSave(renewal: Renewal) {
  const { t } = useTranslation('renewals');
  const write = useWrite();
  return (field: string, label: string) => (text: string) =>
    write(() => api.save(inputOf(renewal), field, text), t('deal.saved', { what: label }));
}

function Text({ renewal, field }: { renewal: Renewal; field: (typeof texts)[number] }) {
  const { t } = useTranslation('renewals');
  const { locale } = useFormat();
  const save = useSave(renewal);
  const label = t(`deal.${field}`);
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <Edit
          kind="long"
          label={label}
          at={`renewal-${field}`}
          value={renewal[field]}
          placeholder={t(`deal.${field}Hint`)}
          locale={locale}
          onSave={save(field, label)}
        />
      </dd>
    </div>
  );
}

function Figure({ renewal, field }: { renewal: Renewal; field: (typeof amounts)[number] }) {
  const { t } = useTranslation('renewals');
  const { locale, money } = useFormat();
  const save = useSave(renewal);
  const label = t(`deal.${field}`);
  const amount = renewal[field] ?? null;
  const more = amount === null ? 0 : amount - renewal.arr;
  const by = money(Math.abs(more), renewal.currency);
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <Edit
          kind="number"
          label={label}
          at={`renewal-${field}`}
          value={amount === null ? '' : String(amount)}
          {...(amount !== null && { shown: money(amount, renewal.currency) })}
          placeholder={t(`deal.${field}Hint`)}
          notANumber={t('deal.number')}
          locale={locale}
          onSave={save(field === 'forecast' ? 'forecast_arr' : field, label)}
        />
        {amount !== null && (
          <span className={classes['quiet']}>
            {more === 0
              ? t('deal.same')
              : t(more > 0 ? 'deal.above' : 'deal.below', { amount: by })}
          </span>
        )}
      </dd>
    </div>
  );
}

function Probability({ renewal }: { renewal: Renewal }) {
  const { t } = useTranslation('renewals');
  const { locale, percent } = useFormat();
  const save = useSave(renewal);
  const label = t('deal.probability');
  const share = renewal.probability ?? null;
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <Edit
          kind="number"
          label={label}
          at="renewal-probability"
          value={share === null ? '' : String(Math.round(share * 1000) / 10)}
          {...(share !== null && { shown: percent(share) })}
          placeholder={t('deal.probabilityHint')}
          notANumber={t('deal.number')}
          locale={locale}
          onSave={(text) => {
            const value = shareOf(text);
            return value === null
              ? Promise.reject(new Error(t('deal.percent')))
              : save('probability', label)(value);
          }}
        />
      </dd>
    </div>
  );
}
