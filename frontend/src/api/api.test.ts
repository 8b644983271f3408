import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeApi } from '@/testing/fakeApi';
import { Problem, toProblem } from './problem';
import { write } from './queue';
import { call, takeToken } from './transport';

afterEach(() => {
  delete window.go;
  vi.unstubAllGlobals();
  sessionStorage.clear();
});

describe('toProblem', () => {
  it('reads the JSON text that the window rejects with', () => {
    const problem = toProblem(new Error('{"code":"conflict","field":"name","message":"Taken."}'));
    expect(problem).toBeInstanceOf(Problem);
    expect(problem).toMatchObject({ code: 'conflict', field: 'name', message: 'Taken.' });
  });

  it('keeps a plain text and never invents a field', () => {
    expect(toProblem('no')).toMatchObject({ code: 'internal', field: '', message: 'no' });
    expect(toProblem({ odd: 1 }).code).toBe('internal');
    expect(toProblem(new Error('{"code":"odd","message":"x"}')).code).toBe('internal');
  });
});

describe('call', () => {
  it('asks over HTTP with the token where there is no window', async () => {
    window.history.replaceState(null, '', '/?token=abc#/portfolio');
    takeToken();
    expect(window.location.search).toBe('');
    expect(window.location.hash).toBe('#/portfolio');
    const fetch = vi.fn(async (_url: string, _init: RequestInit) => new Response('{"total":3}'));
    vi.stubGlobal('fetch', fetch);
    await expect(call('Portfolio', 'Page', { sort: 'name' })).resolves.toEqual({ total: 3 });
    const [url, init] = fetch.mock.calls[0] ?? [];
    expect(url).toBe('/call');
    expect(init?.headers).toMatchObject({ 'X-Tendril-Token': 'abc' });
    expect(init?.body).toBe('{"name":"desktop.Portfolio.Page","args":[{"sort":"name"}]}');
  });

  it('turns a refused answer and a closed program into problems', async () => {
    const body = '{"code":"invalid","field":"sort","message":"No such column."}';
    vi.stubGlobal('fetch', async () => new Response(body, { status: 422 }));
    await expect(call('Portfolio', 'Page')).rejects.toMatchObject({
      code: 'invalid',
      field: 'sort',
    });
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')));
    await expect(call('Portfolio', 'Page')).rejects.toMatchObject({ code: 'unavailable' });
  });
});

describe('write', () => {
  it('runs writes one after the other in the order they were asked for, also after a failure', async () => {
    const order: string[] = [];
    fakeApi({
      'A.Slow': async () => {
        await new Promise((done) => setTimeout(done));
        order.push('slow');
      },
      'A.Bad': () => {
        order.push('bad');
        throw new Error('{"code":"invalid","message":"no"}');
      },
      'A.Quick': () => order.push('quick'),
    });
    await Promise.allSettled([write('A', 'Slow'), write('A', 'Bad'), write('A', 'Quick')]);
    expect(order).toEqual(['slow', 'bad', 'quick']);
  });
});
