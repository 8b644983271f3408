import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { verdictLook } from '@/lib/verdict';
import { principles } from './fields';

type Say = (key: string) => string;

/** Returns how a value of a field is worded: a phase, a risk, a flag; names stay as they are. */
export function useWord(): (field: string, value: string) => string {
  const { t } = useTranslation('portfolio');
  const { t: common } = useTranslation('common');
  const { t: overview } = useTranslation('overview');
  const { t: account } = useTranslation('account');
  return useCallback(
    (field, value) => {
      // Keys are made from data, which the typed t cannot know.
      const say = t as unknown as Say;
      if (value === '') return say(field === 'tag' ? 'none.tag' : 'none.any');
      switch (field) {
        case 'client_phase':
        case 'provider_phase':
          return (account as unknown as Say)(`phase.${value}`);
        case 'risk':
          return (overview as unknown as Say)(`risk.${value}`);
        case 'flag':
          return (overview as unknown as Say)(`flag.${value}`);
        case 'verdict':
          return common(verdictLook(value).key);
        case 'flagShort':
        case 'sale':
        case 'mismatch':
          return say(`${field}.${value}`);
      }
      return (principles as readonly string[]).includes(field) ? say(`checks.${value}`) : value;
    },
    [t, common, overview, account],
  );
}
