import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

const known = [
  'revenue',
  'cost',
  'time',
  'risk',
  'quality',
  'experience',
  'compliance',
  'strategy',
] as const;

/** Returns how a dimension is called: the usual ones in the window's language, others as they are. */
export function useDimension() {
  const { t } = useTranslation('account');
  return useCallback(
    (dimension: string) => {
      const usual = known.find((one) => one === dimension);
      return usual === undefined ? dimension : t(`dimension.${usual}`);
    },
    [t],
  );
}
