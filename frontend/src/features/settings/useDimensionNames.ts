import { useTranslation } from 'react-i18next';

/** The dimensions everybody has: stored by these words, shown in the person's language. */
const usual = [
  'revenue',
  'cost',
  'time',
  'risk',
  'quality',
  'experience',
  'compliance',
  'strategy',
] as const;

/** Returns how a dimension is called on screen, and which one a typed name means. */
export function useDimensionNames() {
  const { t } = useTranslation('account');
  const shown = (key: string) => {
    const own = usual.find((one) => one === key);
    return own === undefined ? key : t(`dimension.${own}`);
  };
  const keyOf = (typed: string) => {
    const name = typed.trim();
    const same = (text: string) =>
      text.localeCompare(name, undefined, { sensitivity: 'base' }) === 0;
    return usual.find((one) => same(t(`dimension.${one}`))) ?? name;
  };
  return { shown, keyOf };
}
