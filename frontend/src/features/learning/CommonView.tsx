import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { learning as api } from '@/api';
import type { Common } from '@/api/learning';
import { useFormat } from '@/state';
import classes from './Learning.module.css';

/** Shows what customers of each type have in common: what they show, and what they say. */
export function CommonView({ onOpen }: { onOpen: (accountId: string) => void }) {
  const { t } = useTranslation('learning');
  const types = useQuery({ queryKey: ['learning', 'common'], queryFn: api.common });
  if (types.data === undefined) return null;
  return (
    <div className={classes['commonList']}>
      <p className={classes['off']}>{t('common.how')}</p>
      {types.data.map((one) => (
        <Type key={one.type} one={one} onOpen={onOpen} />
      ))}
    </div>
  );
}

function Type({ one, onOpen }: { one: Common; onOpen: (accountId: string) => void }) {
  const { t } = useTranslation('learning');
  const { t: alignment } = useTranslation('alignment');
  const { number } = useFormat();
  const name = one.type === '' ? t('common.none') : one.name;
  const wordOf = (value: string) => (value === 'yes' || value === 'no' ? alignment(value) : value);
  return (
    <section aria-label={name} className={classes['common']}>
      <h2>{name}</h2>
      <p className={classes['meta']}>
        <span>{t('common.accounts', { count: one.accounts })}</span>
        <span>{t('common.spoke', { count: one.spoke })}</span>
      </p>
      {one.shared.length + one.words.length === 0 && (
        <p className={classes['off']}>{t('common.nothing')}</p>
      )}
      {one.shared.length > 0 && (
        <p className={classes['shared']}>
          <b>{t('common.values')}</b>{' '}
          {one.shared.map((value) => (
            <span key={value.indicator}>
              {t('common.value', { sign: value.indicator, value: wordOf(value.value) })}{' '}
              <small>{t('common.of', { n: number(value.n), of: number(value.of) })}</small>
            </span>
          ))}
        </p>
      )}
      {one.words.map((word) => (
        <details key={word.word}>
          <summary>
            <b>“{word.word}”</b> {t('common.said', { count: word.n })}
          </summary>
          {word.sayings.map((said) => (
            <blockquote key={`${said.account} ${said.text}`}>
              {said.text}
              <footer>
                {said.who !== '' && `${said.who}, `}
                <button
                  type="button"
                  className={classes['link']}
                  onClick={() => onOpen(said.account)}
                >
                  {said.account_name}
                </button>
              </footer>
            </blockquote>
          ))}
        </details>
      ))}
    </section>
  );
}
