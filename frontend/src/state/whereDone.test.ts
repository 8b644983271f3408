import { expect, it } from 'vitest';
import type { history } from '@/api';
import { pathOf, rememberDone } from './whereDone';

function undone(id: string, screen: Partial<history.Screen>): history.Undone {
  const action = { id, label: '', at: '', actor: '', undone: true, records: 1 };
  return { action, kept: [], screen: { name: '', account: '', story: '', ...screen } };
}

it('goes back to where the change was made, and there again for its redo', () => {
  rememberDone('a', '/accounts/1/value');
  const change = undone('a', { name: 'plan', account: '1' });
  expect(pathOf('undo', change, '/portfolio')).toBe('/accounts/1/value');
  expect(pathOf('redo', undone('b', {}), '/accounts/2/plan')).toBe('/accounts/1/value');
});

it('stays where the change is in sight', () => {
  rememberDone('a', '/accounts/1/value');
  expect(pathOf('undo', undone('a', {}), '/accounts/1/value')).toBeUndefined();
  const plan = undone('x', { name: 'plan', account: '1' });
  expect(pathOf('undo', plan, '/accounts/1/overview')).toBeUndefined();
  expect(pathOf('undo', plan, '/accounts/1/history')).toBeUndefined();
  expect(pathOf('undo', undone('x', {}), '/settings/rates')).toBeUndefined();
});

it('goes to the screen that shows a change of an earlier day', () => {
  const at = '/portfolio';
  expect(pathOf('undo', undone('x', { name: 'plan', account: '1' }), at)).toBe('/accounts/1/plan');
  expect(pathOf('undo', undone('x', { name: 'story', account: '1', story: '7' }), at)).toBe(
    '/accounts/1/story/7',
  );
  expect(pathOf('undo', undone('x', { name: 'overview', account: '1' }), at)).toBe(
    '/accounts/1/overview',
  );
});

it('never goes back to the screen of a file that was imported', () => {
  rememberDone('imported', '/import');
  expect(pathOf('undo', undone('imported', { name: 'portfolio' }), '/accounts/1/plan')).toBe(
    '/portfolio',
  );
});
