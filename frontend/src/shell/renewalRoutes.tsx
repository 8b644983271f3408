import {
  createRoute,
  type SearchSchemaInput,
  stripSearchParams,
  useNavigate,
} from '@tanstack/react-router';
import { RenewalPage, type RenewalSearch, renewalSearch } from '@/features/account';
import { RenewalsPage, type RenewalsSearch, renewalsSearch } from '@/features/renewals';
import { useRemember } from './recent';
import { root } from './root';

const renewal = createRoute({
  getParentRoute: () => root,
  path: '/accounts/$accountId/renewal',
  validateSearch: (search: RenewalSearch & SearchSchemaInput) => renewalSearch({ ...search }),
  component: Renewal,
});

const renewals = createRoute({
  getParentRoute: () => root,
  path: '/renewals',
  validateSearch: (search: Partial<RenewalsSearch> & SearchSchemaInput) =>
    renewalsSearch({ ...search }),
  search: { middlewares: [stripSearchParams(renewalsSearch({}))] },
  component: Renewals,
});

/** The renewals: all of them, and that of an account. */
export const renewalRoutes = [renewals, renewal] as const;

function Renewal() {
  const { accountId } = renewal.useParams();
  const { term } = renewal.useSearch();
  useRemember(accountId);
  return <RenewalPage key={`${accountId}/${term ?? ''}`} accountId={accountId} term={term ?? ''} />;
}

function Renewals() {
  const navigate = useNavigate();
  return (
    <RenewalsPage
      search={renewals.useSearch()}
      onSearch={(search) => void navigate({ to: '/renewals', search, replace: true })}
      onImport={() => void navigate({ to: '/import' })}
    />
  );
}
