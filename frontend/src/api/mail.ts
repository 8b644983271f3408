import { inWindow } from './transport';

/** What the window's runtime has besides, to open an address outside of it. */
interface Opener {
  BrowserOpenURL?: (address: string) => void;
}

/** Writes the address that opens a mail to somebody in the person's own program for mail. */
export function mailTo(to: string, subject: string, body: string): string {
  const lines = body.replaceAll('\n', '\r\n');
  const words = `subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(lines)}`;
  return `mailto:${encodeURIComponent(to).replaceAll('%40', '@').replaceAll('%2C', ',')}?${words}`;
}

/**
 * Opens a mail's address from the window, whose own web view would try to show it; answers
 * whether it did. In a browser the link itself does it.
 */
export function openMail(address: string): boolean {
  const runtime = window.runtime as Opener | undefined;
  if (!inWindow() || runtime?.BrowserOpenURL === undefined) return false;
  runtime.BrowserOpenURL(address);
  return true;
}
