import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import type { BinItem, SettingsPage as Page } from '@/api/settings';
import { readDecimal, typedDecimal } from '@/lib/decimal';
import { type Fakes, fakeApi } from '@/testing/fakeApi';
import { renderScreen } from '@/testing/render';
import { type Section, SettingsPage, sectionOf } from './index';

const page: Page = {
  person: { name: 'Ines Moreau', email: '' },
  name: 'Quayside',
  currency: 'EUR',
  half_life_days: 365,
  cheque: '5000',
  cheque_in: 'EUR',
  dimensions: ['time', 'Carbon'],
  gates: [120, 30],
  company: '',
  accent: '',
  font: '',
  serif: '',
  rates: [{ id: 'r1', on: '2026-06-01', from: 'GBP', to: 'EUR', rate: '1.155' }],
  currencies: ['EUR', 'GBP', 'SEK'],
  missing: ['SEK'],
  csm_figures: false,
  read_only: false,
};

const answer = { action: { id: 'a1', label: 'x', at: '', actor: '', undone: false, records: 1 } };
const item: BinItem = {
  kind: 'outcome',
  id: 'o1',
  account: 'n1',
  account_name: 'Nordhavn',
  title: 'A quiet evening',
  at: '2026-06-01T09:00:00.000Z',
  by: 'Tobi',
  under: '',
};

/** Shows a section and answers with what was written, in order. */
function show(section: Section, fakes: Fakes = {}, over: Partial<Page> = {}) {
  const written: unknown[][] = [];
  const note =
    (name: string) =>
    (...args: unknown[]) => {
      written.push([name, ...args]);
      return answer;
    };
  fakeApi({
    'Settings.Page': () => ({ ...page, ...over }),
    'Settings.Uses': () => [
      { dimension: 'time', benefits: 3 },
      { dimension: 'Carbon', benefits: 0 },
      { dimension: 'Old', benefits: 1 },
    ],
    'Settings.Set': note('Set'),
    'Settings.SetPerson': note('SetPerson'),
    'Settings.SetGates': note('SetGates'),
    'Settings.AddDimension': note('AddDimension'),
    'Settings.RenameDimension': note('RenameDimension'),
    'Settings.MoveDimension': note('MoveDimension'),
    'Settings.RemoveDimension': note('RemoveDimension'),
    'Settings.PutRate': note('PutRate'),
    'Bin.Page': () => ({ items: [item], found: 1, total: 1 }),
    'Bin.Size': () => 4,
    'Bin.Restore': note('Restore'),
    'Workspace.Status': () => ({ today: '2026-06-09', currency: 'EUR', version: 'test' }),
    ...fakes,
  });
  renderScreen(
    <SettingsPage
      section={section}
      link={(one, label) => <a href={`#${one}`}>{label}</a>}
      onShortcuts={() => undefined}
    />,
  );
  return written;
}

/** An answer that comes when the test gives it; each question waits for one. */
function later() {
  const waiting: (() => void)[] = [];
  return {
    ask: () => new Promise<void>((done) => waiting.push(done)),
    give: () => waiting.shift()?.(),
  };
}

beforeEach(() => localStorage.clear());

describe('settings', () => {
  it('saves a text with Enter and gives back what was there with Escape', async () => {
    const written = show('workspace');
    const name = await screen.findByRole('textbox', { name: 'Name' });
    await userEvent.clear(name);
    await userEvent.type(name, 'Nope{Escape}');
    expect((name as HTMLInputElement).value).toBe('Quayside');
    await userEvent.type(name, ' North{Enter}');
    await waitFor(() => expect(written).toEqual([['Set', 'name', 'Quayside North']]));
  });

  it('keeps a refused text at its field and says why', async () => {
    show('currency', {
      'Settings.Set': () => {
        throw new Error(
          JSON.stringify({ code: 'invalid', field: 'currency', message: 'No rate to USD.' }),
        );
      },
    });
    const currency = await screen.findByRole('textbox', { name: 'The workspace’s currency' });
    await userEvent.clear(currency);
    await userEvent.type(currency, 'usd{Enter}');
    expect(await screen.findByText('No rate to USD.')).toBeTruthy();
    expect((currency as HTMLInputElement).value).toBe('usd');
  });

  it('names the currencies whose amounts are left out', async () => {
    show('currency');
    expect(await screen.findByText(/no rate from SEK to EUR/)).toBeTruthy();
  });

  it('shows usual dimensions in the person’s words and stores them by their key', async () => {
    const written = show('value');
    const carbon = await screen.findByRole('textbox', { name: 'Name of the dimension Carbon' });
    await userEvent.clear(carbon);
    await userEvent.type(carbon, 'Risk{Enter}');
    await waitFor(() => expect(written).toEqual([['RenameDimension', 'Carbon', 'risk']]));
  });

  it('moves a dimension by keys', async () => {
    const written = show('value');
    const handle = await screen.findByRole('button', { name: /^Carbon, place 2/ });
    handle.focus();
    await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
    await waitFor(() => expect(written).toEqual([['MoveDimension', 'Carbon', 'time']]));
  });

  it('takes one more dimension once, however often Enter is pressed meanwhile', async () => {
    const added: string[] = [];
    const { ask, give } = later();
    show('value', {
      'Settings.AddDimension': async (name: string) => {
        added.push(name);
        await ask();
        return answer;
      },
    });
    const field = await screen.findByRole('textbox', { name: 'New dimension' });
    await userEvent.type(field, 'Trust{Enter}Speed{Enter}{Enter}');
    expect(added).toEqual(['Trust']);
    give();
    await screen.findByText('Dimension added: Trust');
    // What was typed on meanwhile is still there, to be added next.
    expect((field as HTMLInputElement).value).toBe('Speed');
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(added).toEqual(['Trust', 'Speed']));
    give();
  });

  it('leaves the focus with whoever goes on while a move is written', async () => {
    const { ask, give } = later();
    const dimensions = ['time', 'Carbon', 'Trust'];
    const moved: string[][] = [];
    show('value', {
      'Settings.Page': () => ({ ...page, dimensions }),
      'Settings.MoveDimension': async (name: string, before: string) => {
        moved.push([name, before]);
        await ask();
        return answer;
      },
    });
    const handle = await screen.findByRole('button', { name: /^Trust, place 3/ });
    handle.focus();
    await userEvent.keyboard('{Alt>}{ArrowUp}{ArrowUp}{/Alt}');
    // Both steps are seen at once; the second one is written after the first.
    expect(await screen.findByRole('button', { name: /^Trust, place 1/ })).toBe(
      document.activeElement,
    );
    await waitFor(() => expect(moved).toEqual([['Trust', 'Carbon']]));
    const field = screen.getByRole('textbox', { name: 'New dimension' });
    await userEvent.type(field, 'Sp');
    give();
    await waitFor(() => expect(moved.at(-1)).toEqual(['Trust', 'time']));
    give();
    await screen.findByRole('button', { name: /^Trust, place 3/ });
    await userEvent.keyboard('eed');
    expect((field as HTMLInputElement).value).toBe('Speed');
    expect(document.activeElement).toBe(field);
  });

  it('goes on in the field of a dimension that was renamed with Enter', async () => {
    const dimensions = ['time', 'Carbon'];
    show('value', {
      'Settings.Page': () => ({ ...page, dimensions: [...dimensions] }),
      'Settings.RenameDimension': (_from: string, to: string) => {
        dimensions[1] = to;
        return answer;
      },
    });
    const carbon = await screen.findByRole('textbox', { name: 'Name of the dimension Carbon' });
    await userEvent.type(carbon, ' dioxide{Enter}');
    const name = 'Name of the dimension Carbon dioxide';
    expect(await screen.findByRole('textbox', { name })).toBe(document.activeElement);
  });

  it('writes what was typed on while the first text was saved', async () => {
    const { ask, give } = later();
    const written: string[] = [];
    show('workspace', {
      'Settings.Set': async (_key: string, text: string) => {
        written.push(text);
        await ask();
        return answer;
      },
    });
    const name = await screen.findByRole('textbox', { name: 'Name' });
    await userEvent.type(name, ' North{Enter} East{Tab}');
    await waitFor(() => expect(written).toEqual(['Quayside North']));
    give();
    await waitFor(() => expect(written).toEqual(['Quayside North', 'Quayside North East']));
    give();
  });

  it('asks where benefits go, and removes at once what has none', async () => {
    const written = show('value');
    await screen.findByText('3 benefits');
    await userEvent.click(screen.getByRole('button', { name: 'Remove Time' }));
    const dialog = await screen.findByRole('dialog', { name: 'Remove “Time”' });
    expect(within(dialog).getByText(/3 benefits are of this dimension/)).toBeTruthy();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Move and remove' }));
    await waitFor(() => expect(written).toEqual([['RemoveDimension', 'time', 'Carbon']]));
    await userEvent.click(screen.getByRole('button', { name: 'Remove Carbon' }));
    await waitFor(() => expect(written.at(-1)).toEqual(['RemoveDimension', 'Carbon', '']));
  });

  it('offers to take in a dimension that only benefits have', async () => {
    const written = show('value');
    await userEvent.click(await screen.findByRole('button', { name: 'Add Old to the list' }));
    await waitFor(() => expect(written).toEqual([['AddDimension', 'Old']]));
  });

  it('changes one gate and leaves the others', async () => {
    const written = show('value');
    const gate = await screen.findByRole('textbox', { name: /^Gate 2/ });
    await userEvent.clear(gate);
    await userEvent.type(gate, '45{Enter}');
    await waitFor(() => expect(written).toEqual([['SetGates', [120, 45]]]));
  });

  it('restores what is chosen in the bin', async () => {
    const written = show('bin');
    await userEvent.click(await screen.findByRole('checkbox', { name: 'Select A quiet evening' }));
    await userEvent.click(screen.getByRole('button', { name: 'Restore 1 record' }));
    await waitFor(() => expect(written).toEqual([['Restore', [{ kind: 'outcome', id: 'o1' }]]]));
  });

  it('counts what emptying takes out and says that it is final', async () => {
    show('bin');
    await userEvent.click(await screen.findByRole('button', { name: 'Empty the bin…' }));
    const dialog = await screen.findByRole('dialog', { name: 'Empty the bin?' });
    expect(await within(dialog).findByText(/4 records go for good/)).toBeTruthy();
    expect(within(dialog).getByText('This cannot be undone.')).toBeTruthy();
    expect(within(dialog).getByRole('button', { name: 'Empty the bin: 4 records' })).toBeTruthy();
  });

  it('offers nothing to change in a workspace that cannot be written', async () => {
    show('bin', {}, { read_only: true });
    await screen.findByText('A quiet evening');
    expect(screen.queryByRole('button', { name: /Empty|Restore/ })).toBeNull();
  });
});

describe('addresses and numbers', () => {
  it('takes an unknown section for the first one', () => {
    expect(sectionOf('bin')).toBe('bin');
    expect(sectionOf('nothing')).toBe('person');
  });

  it.each([
    ['1,234.5', 'en-GB', '1234.5'],
    ['1.234,5', 'de-DE', '1234.5'],
    ['0,93', 'de-DE', '0.93'],
    ['0.93', 'de-DE', '0.93'],
    ['1’234.5', 'de-CH', '1234.5'],
    ['.5', 'en-GB', '0.5'],
    ['a year', 'en-GB', undefined],
    ['-3', 'en-GB', undefined],
    ['', 'en-GB', undefined],
  ])('reads %s in %s as %s', (typed, locale, value) => {
    expect(readDecimal(typed, locale)).toBe(value);
  });

  it('writes a decimal as it would be typed', () => {
    expect(typedDecimal('12500.5', 'de-DE')).toBe('12500,5');
  });
});
