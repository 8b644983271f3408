import { createRoute, type SearchSchemaInput, useNavigate } from '@tanstack/react-router';
import {
  type AssetSearch,
  AssetsPage,
  assetSearch,
  type RoadSearch,
  RoadsPage,
  roadSearch,
  SalePage,
  type SaleSearch,
  saleSearch,
  VelocityPage,
} from '@/features/portfolio';
import { root } from './root';

const roads = createRoute({
  getParentRoute: () => root,
  path: '/portfolio/roads',
  validateSearch: (search: RoadSearch & SearchSchemaInput) => roadSearch({ ...search }),
  component: Roads,
});

const velocity = createRoute({
  getParentRoute: () => root,
  path: '/portfolio/map',
  component: Velocity,
});

const assets = createRoute({
  getParentRoute: () => root,
  path: '/portfolio/assets',
  validateSearch: (search: AssetSearch & SearchSchemaInput) => assetSearch({ ...search }),
  component: Assets,
});

const sale = createRoute({
  getParentRoute: () => root,
  path: '/portfolio/sale',
  validateSearch: (search: SaleSearch & SearchSchemaInput) => saleSearch({ ...search }),
  component: Sale,
});

/** The portfolio's other ways to be seen, each at an address of its own. */
export const ways = [roads, velocity, assets, sale] as const;

function Roads() {
  const navigate = useNavigate();
  return (
    <RoadsPage
      search={roads.useSearch()}
      onSearch={(search) => void navigate({ to: '/portfolio/roads', search, replace: true })}
      onImport={() => void navigate({ to: '/import' })}
    />
  );
}

function Velocity() {
  const navigate = useNavigate();
  return (
    <VelocityPage
      onOpen={(accountId) =>
        void navigate({ to: '/accounts/$accountId/overview', params: { accountId } })
      }
      onImport={() => void navigate({ to: '/import' })}
    />
  );
}

function Assets() {
  const navigate = useNavigate();
  return (
    <AssetsPage
      search={assets.useSearch()}
      onSearch={(search) => void navigate({ to: '/portfolio/assets', search, replace: true })}
      onImport={() => void navigate({ to: '/import' })}
    />
  );
}

function Sale() {
  const navigate = useNavigate();
  return (
    <SalePage
      search={sale.useSearch()}
      onSearch={(search) => void navigate({ to: '/portfolio/sale', search, replace: true })}
      onImport={() => void navigate({ to: '/import' })}
    />
  );
}
