import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { alignment as api } from '@/api';
import type { Outcome, Rule, Sign, Suggestion } from '@/api/alignment';
import { useFormat } from '@/state';
import { Button } from '@/ui';
import classes from './Types.module.css';
import { ruleWords, smallShare } from './words';

/** Looks for types when asked to, and lists at most ten for the person to name. */
export function Suggestions(props: {
  outcome: Outcome;
  signs: readonly Sign[];
  readOnly: boolean;
  onName: (rules: Rule[]) => void;
}) {
  const { t } = useTranslation('alignment');
  const { number } = useFormat();
  const [asked, setAsked] = useState(false);
  const found = useQuery({
    queryKey: ['alignment', 'suggested', props.outcome],
    queryFn: () => api.suggest(props.outcome),
    enabled: asked,
  });
  const answer = found.data;
  return (
    <section className={classes['section']} aria-label={t('suggest.title')}>
      <h3>{t('suggest.title')}</h3>
      <p>{t(props.outcome === 'action' ? 'suggest.introAction' : 'suggest.intro')}</p>
      {!asked && <Button onClick={() => setAsked(true)}>{t('suggest.look')}</Button>}
      {asked && answer === undefined && found.error === null && (
        <p role="status">{t('suggest.looking')}</p>
      )}
      {found.error !== null && <p role="alert">{found.error.message}</p>}
      {answer?.too_few === true && (
        <p role="status">{t('suggest.few', { found: number(answer.accounts) })}</p>
      )}
      {answer !== undefined && !answer.too_few && answer.suggestions.length === 0 && (
        <p role="status">{t('suggest.none', { tried: number(answer.tried) })}</p>
      )}
      {answer?.suggestions.map((one) => (
        <Line key={JSON.stringify(one.rules)} one={one} {...props} />
      ))}
      {answer !== undefined && answer.tried > 0 && (
        <p className={classes['how']}>
          {t('suggest.tried', { tried: number(answer.tried) })} {t('how.cause')}
        </p>
      )}
    </section>
  );
}

function Line({
  one,
  signs,
  readOnly,
  onName,
}: {
  one: Suggestion;
  signs: readonly Sign[];
  readOnly: boolean;
  onName: (rules: Rule[]) => void;
}) {
  const { t } = useTranslation('alignment');
  const format = useFormat();
  return (
    <div className={classes['suggestion']}>
      <span className={classes['typeWords']}>
        <b>
          {one.rules.map((rule) => ruleWords(rule, signs, t, format)).join(` ${t('types.and')} `)}
        </b>
        <small>
          {t('suggest.line', {
            rate: format.percent(one.rate),
            n: format.number(one.n),
            lift: format.number(one.lift, 2),
            base: format.percent(one.base_rate),
            support: format.percent(one.support),
            q: smallShare(one.q, t, format),
          })}
        </small>
      </span>
      {!readOnly && (
        <Button size="small" onClick={() => onName(one.rules)}>
          {t('suggest.name')}
        </Button>
      )}
    </div>
  );
}
