import { describe, expect, it } from 'vitest';
import { actionOf } from './useKeys';

function press(
  key: string,
  over: Partial<KeyboardEventInit> = {},
  target: Element = document.body,
) {
  let found: ReturnType<typeof actionOf>;
  const listener = (event: Event) => {
    found = actionOf(event as KeyboardEvent);
  };
  document.body.append(target === document.body ? '' : target);
  window.addEventListener('keydown', listener);
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...over }));
  window.removeEventListener('keydown', listener);
  return found;
}

describe('keys that work everywhere', () => {
  it('undo, redo, search and help, with Ctrl and with Cmd', () => {
    expect(press('z', { ctrlKey: true })).toBe('undo');
    expect(press('Z', { metaKey: true, shiftKey: true })).toBe('redo');
    expect(press('y', { ctrlKey: true })).toBe('redo');
    expect(press('k', { metaKey: true })).toBe('search');
    expect(press('?', { shiftKey: true })).toBe('help');
  });

  it('leaves undo and question marks to a field in which one types, but not the search', () => {
    const field = document.createElement('textarea');
    expect(press('z', { ctrlKey: true }, field)).toBeUndefined();
    expect(press('?', {}, field)).toBeUndefined();
    expect(press('k', { ctrlKey: true }, field)).toBe('search');
  });
});
