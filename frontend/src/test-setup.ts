import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

// A machine that others share may take seconds for what takes none here; whoever waits goes on
// as soon as it is there.
configure({ asyncUtilTimeout: 20_000 });

// Figures and days are read as in London; the texts load after that is known.
Object.defineProperty(navigator, 'languages', { get: () => ['en-GB', 'en'], configurable: true });
await import('@/i18n');

// jsdom lacks what Mantine and the virtual table ask of a browser.
window.matchMedia = (query: string) =>
  ({
    matches: false,
    media: query,
    onchange: null,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    addListener: () => undefined,
    removeListener: () => undefined,
    dispatchEvent: () => false,
  }) satisfies MediaQueryList;
window.ResizeObserver = class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
// It lays nothing out either: every element is as large as a window.
Object.defineProperties(Element.prototype, {
  clientHeight: { get: () => 700, configurable: true },
  clientWidth: { get: () => 1200, configurable: true },
});
Element.prototype.scrollTo = () => undefined;
Element.prototype.scrollIntoView = () => undefined;

afterEach(cleanup);
