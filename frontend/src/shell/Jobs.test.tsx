import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import '@/i18n';
import type { jobs } from '@/api';
import { fakeApi } from '@/testing/fakeApi';
import { renderScreen } from '@/testing/render';
import { Jobs } from './Jobs';

const importing: jobs.Job = {
  id: '7',
  kind: 'import',
  label: 'june.csv',
  done: 500,
  total: 2000,
  state: 'running',
  message: '',
};

const listeners: ((data: unknown) => void)[] = [];

const nothing = () => undefined;

/** Stands for the window's runtime. */
function fakeEvents(): void {
  window.runtime = {
    EventsOn: (name, listener) => {
      if (name === 'job') listeners.push(listener);
      return nothing;
    },
    OnFileDrop: nothing,
    OnFileDropOff: nothing,
  };
}

function send(job: jobs.Job): void {
  act(() => {
    for (const listener of listeners) listener(job);
  });
}

afterEach(() => {
  listeners.length = 0;
  delete window.runtime;
});

describe('the tray of running work', () => {
  it('shows how far a job is and asks it to stop', async () => {
    const cancelled: string[] = [];
    fakeEvents();
    fakeApi({ 'Jobs.List': () => [], 'Jobs.Cancel': (id: string) => void cancelled.push(id) });
    renderScreen(<Jobs />);
    send(importing);
    expect(await screen.findByText('500 of 2,000')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Cancel: Importing june.csv' }));
    expect(cancelled).toEqual(['7']);
    send({ ...importing, state: 'cancelled' });
    expect(screen.queryByRole('region', { name: 'Running work' })).toBeNull();
    expect(screen.getByText('Cancelled: Importing june.csv. Nothing of it was kept.')).toBeTruthy();
  });

  it('tells how work ended that began before the page did', async () => {
    fakeEvents();
    fakeApi({ 'Jobs.List': () => [importing], 'Jobs.Cancel': () => undefined });
    renderScreen(<Jobs />);
    await screen.findByText('500 of 2,000');
    send({ ...importing, state: 'failed', message: 'The disk is full.' });
    expect(screen.getByText('Failed: Importing june.csv. The disk is full.')).toBeTruthy();
  });
});
