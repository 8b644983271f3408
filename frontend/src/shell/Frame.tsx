import { useMediaQuery } from '@mantine/hooks';
import { Link, Outlet, useNavigate, useParams, useRouterState } from '@tanstack/react-router';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CaptureDialog } from '@/features/capture';
import { CaptureContext, useStatus } from '@/state';
import { Button, EmptyState } from '@/ui';
import classes from './Frame.module.css';
import { ShortcutsContext } from './floating';
import { Jobs } from './Jobs';
import { Palette } from './Palette';
import { useRecent } from './recent';
import { Shortcuts } from './Shortcuts';
import { SideBar } from './SideBar';
import { TopBar } from './TopBar';
import { useKeys } from './useKeys';

const foldKey = 'tendril.folded';

/** Draws the frame around every screen: side bar, top bar, and what floats above. */
export function Frame() {
  const { t } = useTranslation();
  const status = useStatus();
  // Where the outlet is: the address itself runs ahead of it.
  const at = useRouterState({ select: (state) => state.matches.at(-1)?.pathname });
  const navigate = useNavigate();
  const narrow = useMediaQuery('(max-width: 1100px)') ?? false;
  const [chosen, setChosen] = useState(() => localStorage.getItem(foldKey));
  const [floating, setFloating] = useState<'none' | 'palette' | 'shortcuts' | 'capture'>('none');
  useKeys({
    onSearch: () => setFloating('palette'),
    onHelp: () => setFloating('shortcuts'),
    onCapture: () => {
      if (!closed) setFloating('capture');
    },
    onSettings: () => {
      if (closed) return;
      setFloating('none');
      void navigate({ to: '/settings' });
    },
  });

  const openCapture = useCallback(() => setFloating('capture'), []);
  const openShortcuts = useCallback(() => setFloating('shortcuts'), []);
  const state = status.data?.state;
  const closed = state === 'none' || state === 'damaged';
  useEffect(() => {
    if (closed && at !== '/start') void navigate({ to: '/start', replace: true });
  }, [closed, at, navigate]);

  if (status.isError) {
    return (
      <EmptyState
        title={t('failed')}
        alert
        actions={<Button onClick={() => void status.refetch()}>{t('retry')}</Button>}
      >
        {status.error.message}
      </EmptyState>
    );
  }
  if (status.data === undefined) return null;
  const folded = chosen === null ? narrow : chosen === 'yes';
  const fold = () => {
    localStorage.setItem(foldKey, folded ? 'no' : 'yes');
    setChosen(folded ? 'no' : 'yes');
  };
  if (closed) {
    // Until the address says so too, no screen may ask for what is not open.
    if (at !== '/start') return null;
    return (
      <div className={`${classes['app']} ${classes['bare']}`}>
        <main className={classes['main']}>
          <Outlet />
        </main>
        <Jobs />
      </div>
    );
  }
  return (
    <div className={`${classes['app']} ${folded ? classes['folded'] : ''}`}>
      <button type="button" className={classes['skip']} onClick={skipToMain}>
        {t('nav.skip')}
      </button>
      <SideBar folded={folded} onFold={fold} />
      <TopBar
        status={status.data}
        onSearch={() => setFloating('palette')}
        onCapture={openCapture}
      />
      <main id="main" tabIndex={-1} className={classes['main']}>
        {status.data.state === 'read-only' && (
          <p className={classes['notice']}>
            {t('readOnly', { reason: status.data.message })}
            {status.data.failed?.obstacle === 'damaged' && (
              <Link to="/start" className={classes['noticeLink']}>
                {t('recover')}
              </Link>
            )}
          </p>
        )}
        <ShortcutsContext value={openShortcuts}>
          <CaptureContext value={openCapture}>
            <Outlet />
          </CaptureContext>
        </ShortcutsContext>
      </main>
      <Jobs />
      <Palette
        opened={floating === 'palette'}
        onClose={() => setFloating('none')}
        onShortcuts={() => setFloating('shortcuts')}
        onCapture={openCapture}
      />
      <Capture opened={floating === 'capture'} onClose={() => setFloating('none')} />
      <Shortcuts opened={floating === 'shortcuts'} onClose={() => setFloating('none')} />
    </div>
  );
}

/** Lets notes be taken above any screen; those of an account begin with it. */
function Capture(props: { opened: boolean; onClose: () => void }) {
  const { accountId = '' } = useParams({ strict: false });
  const recent = useRecent();
  return (
    <CaptureDialog
      {...props}
      account={accountId}
      recent={recent}
      onRecap={(account, talk) => {
        window.location.hash = `#/accounts/${account}/conversations?at=touchpoint.${talk}.recap`;
      }}
    />
  );
}

/** Moves the focus itself: the address behind the hash belongs to the router. */
function skipToMain() {
  document.getElementById('main')?.focus();
}
