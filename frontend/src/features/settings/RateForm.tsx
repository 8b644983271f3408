import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { settings as api, type Problem, toProblem } from '@/api';
import type { Rate, SettingsPage } from '@/api/settings';
import { readDecimal, typedDecimal } from '@/lib/decimal';
import { focusWhenFree } from '@/lib/focus';
import { useFormat, useOnce, useStatus, useWrite } from '@/state';
import { Button, DateField } from '@/ui';
import lists from './Lists.module.css';

/** Takes a rate: a new one, or one that is changed where it stands. */
export function RateForm(props: {
  page: SettingsPage;
  rate?: Rate;
  label: string;
  done: string;
  onLeave?: () => void;
}) {
  const { t } = useTranslation(['settings', 'common']);
  const { locale } = useFormat();
  const today = useStatus().data?.today ?? '';
  const write = useWrite();
  const id = useId();
  const own = props.rate;
  const foreign = props.page.missing[0] ?? '';
  const [on, setOn] = useState(own?.on ?? today);
  const [from, setFrom] = useState(own?.from ?? foreign);
  const [to, setTo] = useState(own?.to ?? props.page.currency);
  const [rate, setRate] = useState(typedDecimal(own?.rate ?? '', locale));
  const [problem, setProblem] = useState<Pick<Problem, 'field' | 'message'>>();
  const start = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (own !== undefined) start.current?.select();
  }, [own]);

  const leave = () => {
    props.onLeave?.();
    // The row is drawn anew: its button takes the focus back.
    focusWhenFree(() => document.getElementById(`rate-${own?.id}`));
  };
  const submit = useOnce(async () => {
    const plain = readDecimal(rate, locale);
    if (plain === undefined) {
      setProblem({ field: 'rate', message: t('settings:notANumber') });
      return;
    }
    if (own === undefined) start.current?.focus();
    try {
      await write(() => api.putRate({ id: own?.id ?? '', on, from, to, rate: plain }), props.done);
      setProblem(undefined);
      if (own === undefined) {
        // The next one may be on its way already.
        setRate((now) => (now === rate ? '' : now));
      } else leave();
    } catch (cause) {
      setProblem(toProblem(cause));
    }
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && own !== undefined) {
      event.stopPropagation();
      leave();
    }
  };
  const field = (name: string) => ({
    id: `${id}-${name}`,
    'aria-invalid': problem?.field === name,
    'aria-describedby': problem?.field === name ? `${id}-problem` : undefined,
  });
  return (
    <form
      className={lists['rateForm']}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
      onKeyDown={onKeyDown}
    >
      <label htmlFor={`${id}-on`}>
        <span>{t('settings:currency.on')}</span>
        <DateField {...field('on')} value={on} today={today} onChange={setOn} />
      </label>
      <label htmlFor={`${id}-from`}>
        <span>{t('settings:currency.from')}</span>
        <input
          {...field('from')}
          className={lists['code']}
          value={from}
          maxLength={3}
          list={`${id}-codes`}
          autoComplete="off"
          onChange={(event) => setFrom(event.currentTarget.value.toUpperCase())}
        />
      </label>
      <label htmlFor={`${id}-to`}>
        <span>{t('settings:currency.to')}</span>
        <input
          {...field('to')}
          className={lists['code']}
          value={to}
          maxLength={3}
          list={`${id}-codes`}
          autoComplete="off"
          onChange={(event) => setTo(event.currentTarget.value.toUpperCase())}
        />
      </label>
      <label htmlFor={`${id}-rate`}>
        <span>{t('settings:currency.rate')}</span>
        <input
          {...field('rate')}
          ref={start}
          className={lists['rate']}
          value={rate}
          inputMode="decimal"
          autoComplete="off"
          onChange={(event) => setRate(event.currentTarget.value)}
        />
      </label>
      <Button type="submit">{props.label}</Button>
      {own !== undefined && (
        <Button look="quiet" onClick={leave}>
          {t('common:cancel')}
        </Button>
      )}
      {problem !== undefined && (
        <p id={`${id}-problem`} role="alert" className={lists['problem']}>
          {problem.message}
        </p>
      )}
      <datalist id={`${id}-codes`}>
        {props.page.currencies.map((code) => (
          <option key={code} value={code} />
        ))}
      </datalist>
    </form>
  );
}
