import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { BrandFiles as Files } from '@/api/brand';
import type { SettingsPage } from '@/api/settings';
import { fakeApi } from '@/testing/fakeApi';
import { renderScreen } from '@/testing/render';
import { BrandFiles } from './BrandFiles';

const page = { name: 'Quayside', company: '', read_only: false } as SettingsPage;
const answer = { action: { id: 'a1', label: 'x', at: '', actor: '', undone: false, records: 1 } };
const none: Files = { logo: '', waiting: false, width: 0, height: 0, template: '' };

test('shows the logo and the template, and takes each away', async () => {
  const written: string[] = [];
  const note = (name: string) => () => {
    written.push(name);
    return answer;
  };
  fakeApi({
    'Brand.Files': () => ({
      ...none,
      logo: 'data:image/png;base64,AA==',
      width: 560,
      height: 130,
      template: 'Haus.pptx',
    }),
    'Brand.RemoveLogo': note('logo'),
    'Brand.ForgetTemplate': note('template'),
  });
  renderScreen(<BrandFiles page={page} />);
  const user = userEvent.setup();
  await screen.findByRole('img', { name: 'The logo of Quayside' });
  expect(screen.getByText('560 × 130 pixels')).toBeTruthy();
  expect(screen.getByText(/written into Haus\.pptx/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Remove the logo' }));
  await user.click(screen.getByRole('button', { name: 'Forget the template' }));
  await waitFor(() => expect(written).toEqual(['logo', 'template']));
});

test('says that there is none, or that it is not here yet', async () => {
  fakeApi({ 'Brand.Files': () => ({ ...none, waiting: true }) });
  renderScreen(<BrandFiles page={page} />);
  await screen.findByText(/not on this machine yet/);
  expect(screen.getByRole('button', { name: 'Choose a logo…' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Forget the template' })).toBeNull();
});
