import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { workspace } from '@/api';
import { fakeApi } from '@/testing/fakeApi';
import { renderScreen } from '@/testing/render';
import { StartPage } from './StartPage';

afterEach(() => {
  delete window.go;
});

function show(failed: workspace.Failed | null, backup = '2026-06-03T14:05:00Z') {
  let left = failed;
  const status = () => ({
    state: left === null ? 'open' : 'damaged',
    failed: left,
    folder: '/f',
    message: '',
  });
  const opened = () => {
    left = null;
    return status();
  };
  const calls = fakeApi({
    'Workspace.Status': status,
    'Workspace.OpenToRead': opened,
    'Workspace.Open': () => {
      throw new Error('{"code":"not_found","message":"There is no file x."}');
    },
    'Workspace.WayBack': () => ({ path: '/f/Q.tendril', new: '/f/Q recovered.tendril', backup }),
    'Workspace.Recover': () => {
      opened();
      return { path: '/f/Q recovered.tendril', backup, later: 3, missing: 1 };
    },
  });
  const onOpened = vi.fn();
  renderScreen(<StartPage brand={null} onOpened={onOpened} onImport={vi.fn()} />);
  return { calls, onOpened, user: userEvent.setup() };
}

const failed = (obstacle: workspace.Failed['obstacle'], message = 'Why it did not open.') => ({
  path: '/f/Q.tendril',
  obstacle,
  message,
});

describe('StartPage', () => {
  it('opens what is open elsewhere for reading', async () => {
    const { calls, onOpened, user } = show(failed('held'));
    await user.click(await screen.findByRole('button', { name: 'Open for reading only' }));
    await waitFor(() => expect(onOpened).toHaveBeenCalledOnce());
    expect(calls).toContain('Workspace.OpenToRead');
    expect(calls).not.toContain('Workspace.WayBack');
  });

  it('says what a new file would be made of, makes it and says what is missing', async () => {
    const { onOpened, user } = show(failed('damaged'));
    await screen.findByText(/Q recovered\.tendril, can be made from the backup of/);
    await screen.findByText(/The damaged file and all backups stay/);
    await user.click(screen.getByRole('button', { name: 'Make the new file and open it' }));
    await waitFor(() => expect(onOpened).toHaveBeenCalledOnce());
    await screen.findByText(/3 later changes.*1 change is missing/);
  });

  it('offers no new file for one that is gone without a backup, only to look again', async () => {
    const { calls, onOpened, user } = show(failed('gone'), '');
    const again = await screen.findByRole('button', { name: 'Try again' });
    await waitFor(() => expect(calls).toContain('Workspace.WayBack'));
    expect(screen.queryByRole('button', { name: 'Make the new file and open it' })).toBeNull();
    await user.click(again);
    await waitFor(() => expect(calls).toContain('Workspace.Open'));
    expect(onOpened).not.toHaveBeenCalled();
    expect(screen.getByRole('alert').textContent).toContain('Why it did not open.');
  });
});
