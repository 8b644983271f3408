import type { TFunction } from 'i18next';
import type { Indicator, Part, Rule, Sign } from '@/api/alignment';
import type { useFormat } from '@/state';

/** Words this feature's texts. */
export type T = TFunction<'alignment'>;

/** Writes figures in the person's locale. */
export type Format = ReturnType<typeof useFormat>;

/** Writes a number with as many places as it needs, three at most. */
export function plainNumber(value: number, { number }: Format): string {
  for (const digits of [0, 1, 2]) {
    if (Math.abs(value - Number(value.toFixed(digits))) < 1e-9) return number(value, digits);
  }
  return number(value, 3);
}

/** Writes what an account shows: yes, no, a number or a word. */
export function valueWord(value: string, kind: string, t: T, format: Format): string {
  if (kind === 'yes/no') return value === 'yes' ? t('yes') : value === 'no' ? t('no') : value;
  const number = Number(value);
  return kind === 'number' && value !== '' && Number.isFinite(number)
    ? plainNumber(number, format)
    : value;
}

/** Names a part of an indicator: a value, or from where to where a quarter reaches. */
export function partWord(part: Part, kind: string, t: T, format: Format): string {
  if (part.quartile === 0) return valueWord(part.value, kind, t, format);
  return t('range', {
    from: plainNumber(part.from, format),
    to: plainNumber(part.to, format),
  });
}

/** Writes a p or q: small ones as "under 0.001". */
export function smallShare(value: number, t: T, { number }: Format): string {
  return value < 0.001 ? t('figure.less', { limit: number(0.001, 3) }) : number(value, 3);
}

/** Writes how strong the link is, by its test. */
export function effectWord(indicator: Indicator, t: T, { number }: Format): string {
  if (indicator.v !== null) return t('figure.v', { v: number(indicator.v, 2) });
  return indicator.auc === null ? '' : t('figure.auc', { auc: number(indicator.auc, 2) });
}

/** Says a rule: "Goods that spoil is yes". */
export function ruleWords(
  rule: Rule,
  signs: readonly Sign[] | undefined,
  t: T,
  format: Format,
): string {
  const kind = signs?.find((sign) => sign.id === rule.indicator)?.kind ?? '';
  return t('types.rule', {
    sign: rule.name,
    op: t(`types.op.${rule.op as 'is'}`),
    value: valueWord(rule.value, kind, t, format),
  });
}
