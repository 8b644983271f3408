import { createRoute, type SearchSchemaInput, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { AlignmentPage, type AlignmentSearch, alignmentSearch } from '@/features/alignment';
import {
  type AssetSearch,
  AssetsPage,
  assetSearch,
  type PortfolioView,
  portfolioView,
  type RoadSearch,
  RoadsPage,
  roadSearch,
  SalePage,
  type SaleSearch,
  saleSearch,
  VelocityPage,
  viewSearch,
  WaySwitch,
} from '@/features/portfolio';
import { root } from './root';

/** What the address of a way says besides its own: which accounts are shown, as the table has it. */
const shownBy = (search: object): Partial<PortfolioView> =>
  viewSearch(portfolioView({ ...search }));

const roads = createRoute({
  getParentRoute: () => root,
  path: '/portfolio/roads',
  validateSearch: (search: RoadSearch & Partial<PortfolioView> & SearchSchemaInput) => ({
    ...roadSearch({ ...search }),
    ...shownBy(search),
  }),
  component: Roads,
});

const velocity = createRoute({
  getParentRoute: () => root,
  path: '/portfolio/map',
  validateSearch: (search: Partial<PortfolioView> & SearchSchemaInput) => shownBy(search),
  component: Velocity,
});

const assets = createRoute({
  getParentRoute: () => root,
  path: '/portfolio/assets',
  validateSearch: (search: AssetSearch & Partial<PortfolioView> & SearchSchemaInput) => ({
    ...assetSearch({ ...search }),
    ...shownBy(search),
  }),
  component: Assets,
});

const sale = createRoute({
  getParentRoute: () => root,
  path: '/portfolio/sale',
  validateSearch: (search: SaleSearch & Partial<PortfolioView> & SearchSchemaInput) => ({
    ...saleSearch({ ...search }),
    ...shownBy(search),
  }),
  component: Sale,
});

const alignment = createRoute({
  getParentRoute: () => root,
  path: '/portfolio/alignment',
  // Which accounts the other ways show is kept here too, though all are looked at.
  validateSearch: (search: Partial<AlignmentSearch & PortfolioView> & SearchSchemaInput) => ({
    ...shownBy(search),
    ...alignmentSearch({ ...search }),
  }),
  component: Alignment,
});

/** The portfolio's other ways to be seen, each at an address of its own. */
export const ways = [roads, velocity, assets, sale, alignment] as const;

function Roads() {
  const navigate = useNavigate();
  const { own, view } = useParts(roads.useSearch(), roadSearch);
  const go = (search: RoadSearch & Partial<PortfolioView>) =>
    void navigate({ to: '/portfolio/roads', search, replace: true });
  return (
    <RoadsPage
      search={own}
      onSearch={(search) => go({ ...search, ...viewSearch(view) })}
      view={view}
      onView={(next) => go({ ...own, ...viewSearch(next) })}
      onImport={() => void navigate({ to: '/import' })}
    />
  );
}

function Velocity() {
  const navigate = useNavigate();
  const { view } = useParts(velocity.useSearch(), none);
  return (
    <VelocityPage
      view={view}
      onView={(next) =>
        void navigate({ to: '/portfolio/map', search: viewSearch(next), replace: true })
      }
      onOpen={(accountId) =>
        void navigate({ to: '/accounts/$accountId/overview', params: { accountId } })
      }
      onImport={() => void navigate({ to: '/import' })}
    />
  );
}

function Assets() {
  const navigate = useNavigate();
  const { own, view } = useParts(assets.useSearch(), assetSearch);
  const go = (search: AssetSearch & Partial<PortfolioView>) =>
    void navigate({ to: '/portfolio/assets', search, replace: true });
  return (
    <AssetsPage
      search={own}
      onSearch={(search) => go({ ...search, ...viewSearch(view) })}
      view={view}
      onView={(next) => go({ ...own, ...viewSearch(next) })}
      onImport={() => void navigate({ to: '/import' })}
    />
  );
}

function Sale() {
  const navigate = useNavigate();
  const { own, view } = useParts(sale.useSearch(), saleSearch);
  const go = (search: SaleSearch & Partial<PortfolioView>) =>
    void navigate({ to: '/portfolio/sale', search, replace: true });
  return (
    <SalePage
      search={own}
      onSearch={(search) => go({ ...search, ...viewSearch(view) })}
      view={view}
      onView={(next) => go({ ...own, ...viewSearch(next) })}
      onImport={() => void navigate({ to: '/import' })}
    />
  );
}

function Alignment() {
  const navigate = useNavigate();
  const { own, view } = useParts(alignment.useSearch(), alignmentSearch);
  return (
    <AlignmentPage
      ways={<WaySwitch way="alignment" view={view} />}
      search={own}
      onSearch={(next) =>
        void navigate({
          to: '/portfolio/alignment',
          search: { ...viewSearch(view), ...next },
          replace: true,
        })
      }
      onOpen={(accountId: string) =>
        void navigate({ to: '/accounts/$accountId/conversations', params: { accountId } })
      }
    />
  );
}

const none = () => ({});

/** Parts what an address says into a way's own and which accounts are shown. */
function useParts<T>(search: object, read: (search: Record<string, unknown>) => T) {
  return useMemo(
    () => ({ own: read({ ...search }), view: portfolioView({ ...search }) }),
    [search, read],
  );
}
