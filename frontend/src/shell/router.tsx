import {
  createHashHistory,
  createRoute,
  createRouter,
  Link,
  redirect,
  type SearchSchemaInput,
  stripSearchParams,
  useNavigate,
  useParams,
} from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { frame as api } from '@/api';
import {
  AccountPage,
  HistoryPage,
  OverviewPage,
  PeoplePage,
  PlanPage,
  PrincipleChecks,
  TalksPage,
} from '@/features/account';
import { ImportPage } from '@/features/imports';
import { LearningPage, type LearningSearch, learningSearch } from '@/features/learning';
import { PortfolioPage, type PortfolioView, portfolioView } from '@/features/portfolio';
import { SettingsPage, sectionOf } from '@/features/settings';
import { StartPage } from '@/features/start';
import { LibraryPage, type LibrarySearch, librarySearch, StoryPage } from '@/features/story';
import { TodayPage } from '@/features/today';
import { Brand } from './Brand';
import { Crashed, Nowhere } from './Crashed';
import { useShortcuts } from './floating';
import { useRemember } from './recent';
import { renewalRoutes } from './renewalRoutes';
import { root } from './root';
import { ways } from './waysRoutes';

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  // A fresh window goes on where the last one of this workspace was closed.
  beforeLoad: async () => {
    const last = await api.lastRoute().catch(() => '');
    if (last !== '') throw redirect({ href: last });
    throw redirect({ to: '/today' });
  },
});

const start = createRoute({ getParentRoute: () => root, path: '/start', component: Start });

const today = createRoute({
  getParentRoute: () => root,
  path: '/today',
  validateSearch: (search: { who?: unknown } & SearchSchemaInput): { who?: string[] } =>
    Array.isArray(search.who) ? { who: search.who.map(String) } : {},
  component: Today,
});

const portfolio = createRoute({
  getParentRoute: () => root,
  path: '/portfolio',
  validateSearch: (search: Partial<PortfolioView> & SearchSchemaInput) => portfolioView(search),
  // What is as usual needs no words in the address.
  search: { middlewares: [stripSearchParams(portfolioView({}))] },
  component: Portfolio,
});

const accountHome = createRoute({
  getParentRoute: () => root,
  path: '/accounts/$accountId',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/accounts/$accountId/overview', params, replace: true });
  },
});

const account = createRoute({
  getParentRoute: () => root,
  path: '/accounts/$accountId/value',
  component: onAccount(AccountPage),
});

const overview = createRoute({
  getParentRoute: () => root,
  path: '/accounts/$accountId/overview',
  component: onAccount(OverviewPage),
});

const history = createRoute({
  getParentRoute: () => root,
  path: '/accounts/$accountId/history',
  component: onAccount(HistoryPage),
});

const plan = createRoute({
  getParentRoute: () => root,
  path: '/accounts/$accountId/plan',
  component: onAccount(PlanPage),
});

const people = createRoute({
  getParentRoute: () => root,
  path: '/accounts/$accountId/people',
  component: onAccount(PeoplePage),
});

const conversations = createRoute({
  getParentRoute: () => root,
  path: '/accounts/$accountId/conversations',
  component: onAccount(TalksPage),
});

const story = createRoute({
  getParentRoute: () => root,
  path: '/accounts/$accountId/story/$storyId',
  component: Story,
});

const learning = createRoute({
  getParentRoute: () => root,
  path: '/learning',
  validateSearch: (search: Partial<LearningSearch> & SearchSchemaInput) =>
    learningSearch({ ...search }),
  component: Learning,
});

const library = createRoute({
  getParentRoute: () => root,
  path: '/stories',
  validateSearch: (search: Partial<LibrarySearch> & SearchSchemaInput) =>
    librarySearch({ ...search }),
  // What is as usual needs no words in the address.
  search: { middlewares: [stripSearchParams(librarySearch({}))] },
  component: Library,
});

const imports = createRoute({ getParentRoute: () => root, path: '/import', component: Import });

const settingsHome = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  beforeLoad: () => {
    throw redirect({ to: '/settings/$section', params: { section: 'person' }, replace: true });
  },
});

const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings/$section',
  component: Settings,
});

const tree = root.addChildren([
  home,
  start,
  today,
  portfolio,
  ...ways,
  accountHome,
  overview,
  history,
  account,
  plan,
  people,
  conversations,
  ...renewalRoutes,
  story,
  learning,
  library,
  imports,
  settingsHome,
  settings,
]);

/** Makes the router. Addresses stand behind a hash: the window has no server that knows paths. */
export function makeRouter() {
  const router = createRouter({
    routeTree: tree,
    history: createHashHistory(),
    defaultErrorComponent: Crashed,
    defaultNotFoundComponent: Nowhere,
  });
  router.subscribe('onResolved', ({ toLocation }) => {
    // The doors are no place to come back to. A place not kept is missed by nobody.
    if (toLocation.pathname !== '/start') api.keepRoute(toLocation.href).catch(() => undefined);
  });
  return router;
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}

/** Makes the screen of a part of an account; another account begins it anew. */
function onAccount(Page: ComponentType<{ accountId: string }>) {
  return function Part() {
    const { accountId = '' } = useParams({ strict: false });
    useRemember(accountId);
    return <Page key={accountId} accountId={accountId} />;
  };
}

function Start() {
  const navigate = useNavigate();
  return (
    <StartPage
      brand={<Brand />}
      onOpened={() => void navigate({ to: '/portfolio' })}
      onImport={() => void navigate({ to: '/import' })}
    />
  );
}

function Today() {
  const navigate = useNavigate();
  const { who } = today.useSearch();
  return (
    <TodayPage
      who={who ?? mine}
      onWho={(next) => void navigate({ to: '/today', search: { who: [...next] }, replace: true })}
      onImport={() => void navigate({ to: '/import' })}
    />
  );
}

/** The person's own accounts. */
const mine: readonly string[] = [];

function Portfolio() {
  const navigate = useNavigate();
  const view = portfolio.useSearch();
  return (
    <PortfolioPage
      view={view}
      onView={(next: PortfolioView) =>
        void navigate({ to: '/portfolio', search: next, replace: true })
      }
      onOpen={(accountId: string) =>
        void navigate({ to: '/accounts/$accountId/overview', params: { accountId } })
      }
      onImport={() => void navigate({ to: '/import' })}
      checks={(accountId, key) => <PrincipleChecks account={accountId} principle={key} />}
    />
  );
}

function Learning() {
  const navigate = useNavigate();
  return (
    <LearningPage
      search={learning.useSearch()}
      onSearch={(search) => void navigate({ to: '/learning', search, replace: true })}
      onOpen={(accountId: string) =>
        void navigate({ to: '/accounts/$accountId/conversations', params: { accountId } })
      }
    />
  );
}

function Library() {
  const navigate = useNavigate();
  return (
    <LibraryPage
      search={library.useSearch()}
      onSearch={(search) => void navigate({ to: '/stories', search, replace: true })}
      onOpen={({ id, account: accountId }) =>
        void navigate({
          to: '/accounts/$accountId/story/$storyId',
          params: { accountId, storyId: id },
        })
      }
    />
  );
}

function Story() {
  const { accountId, storyId } = story.useParams();
  useRemember(accountId);
  return <StoryPage key={storyId} storyId={storyId} />;
}

function Settings() {
  const { section } = settings.useParams();
  const openShortcuts = useShortcuts();
  return (
    <SettingsPage
      section={sectionOf(section)}
      onShortcuts={openShortcuts}
      link={(to, label, className) => (
        <Link to="/settings/$section" params={{ section: to }} className={className}>
          {label}
        </Link>
      )}
    />
  );
}

function Import() {
  const navigate = useNavigate();
  return <ImportPage onDone={() => void navigate({ to: '/portfolio' })} />;
}
