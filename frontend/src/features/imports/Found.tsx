import type { TFunction } from 'i18next';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { imports } from '@/api';
import { useFormat } from '@/state';
import classes from './Imports.module.css';

/** Draws what was found in the file as one line; what can be wrong can be changed. */
export function Found(props: {
  plan: imports.ImportPlan;
  request: imports.ImportRequest;
  onChange: (request: imports.ImportRequest) => void;
}) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const { plan, request, onChange } = props;
  return (
    <dl className={classes['found']}>
      <Choice
        label={t('what')}
        value={plan.as}
        options={plan.kinds.map((kind) => ({ value: kind, label: kindWord(t, kind) }))}
        onChange={(as) => onChange({ ...request, as, map: {} })}
      />
      <Fact label={t('rows')}>{format.number(plan.rows)}</Fact>
      {plan.encoding !== '' && <Fact label={t('encoding')}>{plan.encoding}</Fact>}
      {plan.delimiter !== '' && (
        <Fact label={t('delimiter')}>{delimiterWord(t, plan.delimiter)}</Fact>
      )}
      {plan.date_order !== '' && (
        <Choice
          label={t('dates')}
          value={plan.date_order}
          options={[
            { value: 'dmy', label: '31.12.2026' },
            { value: 'mdy', label: '12/31/2026' },
            { value: 'ymd', label: '2026-12-31' },
          ]}
          onChange={(date_order) => onChange({ ...request, date_order })}
        />
      )}
      {plan.decimal !== '' && (
        <Fact label={t('decimals')}>{plan.decimal === ',' ? '1.234,56' : '1,234.56'}</Fact>
      )}
      {plan.currency !== '' && <Fact label={t('currency')}>{plan.currency}</Fact>}
      {plan.source !== '' && plan.source !== 'import' && (
        <Fact label={t('source')}>{plan.source[0]?.toUpperCase() + plan.source.slice(1)}</Fact>
      )}
    </dl>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Choice(props: {
  label: string;
  value: string;
  options: { value: string; label: string }[];
  onChange: (value: string) => void;
}) {
  const id = useId();
  return (
    <div>
      <dt>
        <label htmlFor={id}>{props.label}</label>
      </dt>
      <dd>
        <select
          id={id}
          className={classes['plainSelect']}
          value={props.value}
          onChange={(event) => props.onChange(event.currentTarget.value)}
        >
          {props.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      </dd>
    </div>
  );
}

/** Gives the word for what a table's rows are; a kind of a newer version keeps its own. */
export function kindWord(t: TFunction<'imports'>, kind: string): string {
  return t(`kind.${kind}` as 'kind.accounts', { defaultValue: kind });
}

function delimiterWord(t: TFunction<'imports'>, delimiter: string): string {
  const keys: Record<string, 'comma' | 'semicolon' | 'tab' | 'bar'> = {
    ',': 'comma',
    ';': 'semicolon',
    '\t': 'tab',
    '|': 'bar',
  };
  const key = keys[delimiter];
  return key === undefined ? delimiter : t(`delimiters.${key}`);
}
