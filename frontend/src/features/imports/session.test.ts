import { act, renderHook } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { session, useSession } from './session';

const now = () => renderHook(() => useSession()).result.current;

beforeEach(() => act(() => session.clear()));

describe('the import at hand', () => {
  it('looks at files one after the other', () => {
    act(() => session.add(['a.csv', 'b.csv']));
    expect(now()).toMatchObject({ count: 2, request: { path: 'a.csv' } });
    act(() => session.say({ encoding: 'CP850' }));
    act(() => session.add(['c.csv']));
    expect(now()).toMatchObject({ count: 3, request: { path: 'a.csv', encoding: 'CP850' } });
    act(() => session.next());
    expect(now().request).toMatchObject({ path: 'b.csv', encoding: '' });
  });

  it('leaves a file that cannot be read for the next one, and says why', () => {
    act(() => session.add(['picture.csv', 'b.csv']));
    act(() => session.fail('picture.csv is not a table.'));
    expect(now()).toMatchObject({
      problem: 'picture.csv is not a table.',
      request: { path: 'b.csv' },
    });
    act(() => session.fail('b.csv is empty.'));
    expect(now()).toMatchObject({ problem: 'b.csv is empty.', files: [] });
    act(() => session.add(['c.csv']));
    expect(now()).toMatchObject({ problem: '', count: 1, request: { path: 'c.csv' } });
  });
});
