import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { alignment as api } from '@/api';
import type { Indicator, Interview, Outcome } from '@/api/alignment';
import { useFormat } from '@/state';
import { Chip } from '@/ui';
import classes from './Interviews.module.css';
import { valueWord } from './words';

/** Shows what clients said: of all, or of those of which one sign is known. */
export function Interviews(props: {
  indicator?: Indicator;
  outcome: Outcome;
  onOpen: (accountId: string) => void;
}) {
  const { t } = useTranslation('alignment');
  const { indicator, outcome } = props;
  const list = useQuery({
    queryKey: ['alignment', 'interviews', indicator?.id ?? '', outcome],
    queryFn: () => api.interviews(indicator?.id ?? '', outcome),
  });
  const title =
    indicator === undefined ? t('interviews.title') : t('interviews.of', { name: indicator.name });
  if (list.data === undefined) return null;
  return (
    <section className={classes['interviews']} aria-label={title}>
      <h3>{title}</h3>
      {list.data.length === 0 && <p className={classes['quiet']}>{t('interviews.none')}</p>}
      <ul>
        {list.data.map((one) => (
          <Said key={`${one.account} ${one.on} ${one.question}`} one={one} {...props} />
        ))}
      </ul>
    </section>
  );
}

function Said(props: {
  one: Interview;
  indicator?: Indicator;
  outcome: Outcome;
  onOpen: (accountId: string) => void;
}) {
  const { t } = useTranslation('alignment');
  const format = useFormat();
  const { one, indicator } = props;
  const words =
    props.outcome === 'action'
      ? ({ positive: 'interviews.good', negative: 'interviews.bad' } as const)
      : ({ positive: 'interviews.stays', negative: 'interviews.left' } as const);
  const result = words[one.result as 'positive'];
  return (
    <li>
      <p className={classes['question']}>{one.question}</p>
      <blockquote>{one.answer}</blockquote>
      {one.learned.map((text) => (
        <p key={text} className={classes['learned']}>
          {t('interviews.learned', { text })}
        </p>
      ))}
      <p className={classes['by']}>
        {one.asked_of !== '' && `${one.asked_of}, `}
        <button type="button" onClick={() => props.onOpen(one.account)}>
          {one.account_name}
        </button>
        {one.on !== '' && ` · ${format.date(one.on)}`}
        {indicator !== undefined && one.value !== '' && (
          <Chip tone="outlined">{valueWord(one.value, indicator.kind, t, format)}</Chip>
        )}
        {result !== undefined && <Chip>{t(result)}</Chip>}
      </p>
    </li>
  );
}
