import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import i18next from 'i18next';
import { afterEach, describe, expect, it } from 'vitest';
import type { Explanation } from '@/api/account';
import { fakeApi } from '@/testing/fakeApi';
import { renderScreen } from '@/testing/render';
import { addressOf, focusOn } from './place';
import { WhyFigure } from './WhyFigure';

const row = { label: '', on: '', value: null, text: '', unit: '', kind: '', id: '' };

const explanation: Explanation = {
  title: 'Days to the renewal',
  rule: 'The days until the end of the term that is decided next. A term without a result stays open after its end; the days are then below 0.',
  currency: 'EUR',
  rows: [
    { ...row, label: 'End of the term', on: '2026-08-31', text: 'main', kind: 'term', id: 't1' },
    { ...row, label: 'Trend', value: 1250, unit: 'money a year' },
  ],
  result: '',
  total: 83,
  unit: 'days',
  notes: ['It is decided by 2026-06-30, because notice is due before the end.'],
};

function show() {
  const calls = fakeApi({
    'Why.Explain': () => explanation,
    'Search.Place': () => ({
      account: 'a1',
      part: 'history',
      story: '',
      records: ['term.t1'],
    }),
  });
  renderScreen(
    <WhyFigure account="a1" figure="renewal_days" title="Renewal">
      83
    </WhyFigure>,
  );
  return calls;
}

describe('WhyFigure', () => {
  afterEach(async () => {
    window.location.hash = '';
    await i18next.changeLanguage('en');
  });

  it('says rule, arithmetic and notes in German in a German window', async () => {
    await i18next.changeLanguage('de');
    show();
    await userEvent.click(screen.getByRole('button', { name: '83' }));
    await screen.findByText(/Die Tage bis zum Ende der Laufzeit/);
    expect(screen.getByRole('button', { name: 'Ende der Laufzeit' })).toBeTruthy();
    expect(screen.getByText('31. Aug. 2026, Hauptvertrag')).toBeTruthy();
    expect(screen.getByText('1.250 € im Jahr')).toBeTruthy();
    expect(screen.getByText('83 Tage')).toBeTruthy();
    expect(screen.getByText(/Entschieden wird bis zum 30\. Juni 2026/)).toBeTruthy();
  });

  it('opens a record where the window shows it', async () => {
    const calls = show();
    await userEvent.click(screen.getByRole('button', { name: '83' }));
    await userEvent.click(await screen.findByRole('button', { name: 'End of the term' }));
    await waitFor(() => expect(window.location.hash).toBe('#/accounts/a1/history?at=term.t1'));
    expect(calls).toContain('Search.Place');
  });
});

describe('a place', () => {
  it('is an address of the window', () => {
    expect(addressOf({ account: 'a', part: 'overview', story: '', records: [] })).toBe(
      '#/accounts/a/overview',
    );
    expect(addressOf({ account: 'a', part: 'story', story: 's', records: ['claim.c'] })).toBe(
      '#/accounts/a/story/s?at=claim.c',
    );
  });

  it('takes the focus as soon as it is drawn, else what it hangs on does', async () => {
    focusOn(['reading.r', 'measure.m']);
    const measure = document.createElement('div');
    measure.dataset['at'] = 'measure.m';
    measure.innerHTML = '<button>Lead time</button>';
    document.body.append(measure);
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Lead time'), {
      timeout: 3000,
    });
    measure.remove();
  });
});
