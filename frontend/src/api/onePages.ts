import { write } from './queue';
import type { Exported, Finding, Format } from './stories';
import { call } from './transport';

/** How a story is written as one page; format and path are for a file. */
export interface OnePageInput {
  story: string;
  kind: 'renewal-page' | 'success-story';
  /** Leaves out of a success story who the client is. */
  anonymous: boolean;
  /** Writes it for us alone, whoever the story is for. */
  inside: boolean;
  format: Format | '';
  path: string;
  locale: string;
  /** The keys of the warnings that the person has seen. */
  agreed: string[];
}

/** Reads a page as its audience would: what stands in the way of its export, errors first. */
export const check = (input: OnePageInput) => call<Finding[]>('OnePages', 'Check', input);

/** Writes a page to a file. */
export const exportTo = (input: OnePageInput) => write<Exported>('OnePages', 'Export', input);
