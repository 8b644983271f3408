import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { events, settled } from '@/api';
import { type Place, PlaceContext } from '@/state';
import { ToastProvider } from '@/ui';
import { cssVariables, theme } from '@/ui/theme';
import { makeRouter } from './router';
import { tellShown } from './tellShown';

/** Makes the store of what was read. The program is at hand: nothing is retried, nothing grows old by time. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        retry: false,
        staleTime: Number.POSITIVE_INFINITY,
        refetchOnWindowFocus: false,
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}

/** Draws the whole window. */
export function App() {
  const [client] = useState(makeQueryClient);
  const [router] = useState(makeRouter);
  const going = useRef(Promise.resolve());
  const [place] = useState<Place>(() => ({
    here: () => router.state.location.pathname,
    go: (path) => {
      going.current = router.navigate({ href: path });
      return going.current;
    },
  }));
  useEffect(tellShown, []);
  useEffect(() => {
    const stops = [
      events.acceptDownloads(),
      events.on(
        'changed',
        () =>
          void settled()
            .then(() => going.current)
            .then(() => client.invalidateQueries()),
      ),
      events.on('workspace', () => void client.invalidateQueries()),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [client]);
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <QueryClientProvider client={client}>
        <ToastProvider>
          <PlaceContext value={place}>
            <RouterProvider router={router} />
          </PlaceContext>
        </ToastProvider>
      </QueryClientProvider>
    </MantineProvider>
  );
}
