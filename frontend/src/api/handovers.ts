import { write } from './queue';
import type { Exported, Format } from './stories';

/** Writes an account's handover page to a file, in a locale's words; it is for us alone. */
export const exportTo = (account: string, format: Format, path: string, locale: string) =>
  write<Exported>('Handovers', 'Export', account, format, path, locale);
