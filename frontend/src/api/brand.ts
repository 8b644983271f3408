import type { Written } from './plan';
import { write } from './queue';
import { call } from './transport';

/** The files that documents take of the provider's looks. */
export interface BrandFiles {
  /** A `data:` address; '' where there is no logo. */
  logo: string;
  /** There is a logo, but it is not on this machine yet. */
  waiting: boolean;
  /** Its pixels. */
  width: number;
  height: number;
  /** The file's name; '' where none is kept. */
  template: string;
}

/** Reads the files of the workspace's brand. */
export const files = () => call<BrandFiles>('Brand', 'Files');

/** Takes a PNG or JPEG file as the logo of documents. */
export const setLogo = (path: string) => write<Written>('Brand', 'SetLogo', path);

/** Makes documents without a logo. */
export const removeLogo = () => write<Written>('Brand', 'RemoveLogo');

/** Makes presentations in our own design again. */
export const forgetTemplate = () => write<Written>('Brand', 'ForgetTemplate');
