import { beforeEach, expect, test } from 'vitest';
import { focusIfFree, focusWhenFree } from './focus';

const id = (name: string) => document.getElementById(name);
const drawn = () => new Promise((done) => requestAnimationFrame(done));

beforeEach(() => {
  document.body.innerHTML =
    '<button id="back"></button><input id="other"><form id="form"><input id="field"></form>';
});

test('the focus goes to what waits for it only where nobody has it', () => {
  focusIfFree(id('back'));
  expect(document.activeElement).toBe(id('back'));
  id('other')?.focus();
  focusIfFree(id('back'));
  expect(document.activeElement).toBe(id('other'));
});

test('what is about to close counts as nobody', () => {
  id('field')?.focus();
  focusIfFree(id('back'), id('form'));
  expect(document.activeElement).toBe(id('back'));
});

test('it waits until what has the focus is gone, and what gets it is drawn', async () => {
  id('back')?.remove();
  id('field')?.focus();
  focusWhenFree(() => id('back'));
  await drawn();
  expect(document.activeElement).toBe(id('field'));
  id('form')?.remove();
  await drawn();
  document.body.append(Object.assign(document.createElement('button'), { id: 'back' }));
  await drawn();
  await drawn();
  expect(document.activeElement).toBe(id('back'));
});

test('who goes on elsewhere stays there', async () => {
  id('field')?.focus();
  focusWhenFree(() => id('back'));
  id('other')?.focus();
  id('form')?.remove();
  await drawn();
  await drawn();
  expect(document.activeElement).toBe(id('other'));
  id('other')?.remove();
  await drawn();
  await drawn();
  expect(document.activeElement).toBe(document.body);
});
