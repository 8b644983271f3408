import { useQuery } from '@tanstack/react-query';
import { portfolio } from '@/api';
import { useStatus } from '@/state';
import { Who } from '@/who';
import type { PortfolioView } from './view';

/** Draws whose accounts are shown: one's own, several people's, everybody's. It is the filter by CSM. */
export function Whose(props: { view: PortfolioView; onView: (view: PortfolioView) => void }) {
  const { view, onView } = props;
  const person = useStatus().data?.person ?? '';
  const found = useQuery({
    queryKey: ['portfolio', 'choices', 'csm'],
    queryFn: () => portfolio.choices('csm'),
  });
  const csms = (found.data ?? []).map(({ value }) => ({ name: value, todos: 0 }));
  // One's own accounts are what is looked for most.
  csms.sort((a, b) => Number(b.name === person) - Number(a.name === person));
  return (
    <Who
      size="small"
      page={{ person, csms, chosen: whoseOf(view) }}
      onWho={(who) => onView(withWhose(view, who))}
    />
  );
}

const isWhose = (filter: portfolio.PortfolioFilter) => filter.field === 'csm' && filter.op === 'is';

/** Returns whose accounts a view shows; nobody named is everybody. */
export function whoseOf(view: PortfolioView): string[] {
  return view.filters.find(isWhose)?.values ?? [];
}

/** Returns a view of some people's accounts, all else as it was; "*" among them is everybody. */
export function withWhose(view: PortfolioView, who: readonly string[]): PortfolioView {
  const others = view.filters.filter((filter) => !isWhose(filter));
  if (who.length === 0 || who.includes('*')) return { ...view, filters: others };
  return { ...view, filters: [{ field: 'csm', op: 'is', values: [...who] }, ...others] };
}
