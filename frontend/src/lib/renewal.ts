import { daysBetween } from './dates';

/** Where an account stands against its renewal date. */
export type RenewalState =
  | { kind: 'none' }
  | { kind: 'upcoming'; days: number; soon: boolean }
  | { kind: 'over'; days: number };

/** Says where an account stands against its renewal date, an ISO day or ''. Soon is within 90 days. */
export function renewalState(renewal: string, today: string): RenewalState {
  if (renewal === '') return { kind: 'none' };
  const days = daysBetween(today, renewal);
  return days < 0 ? { kind: 'over', days: -days } : { kind: 'upcoming', days, soon: days <= 90 };
}
