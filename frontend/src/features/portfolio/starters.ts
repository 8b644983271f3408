import { type PortfolioView, plainView } from './view';

/** The views that every workspace has, in order. */
export const starterNames = ['all', 'quarter', 'fresh', 'risk', 'silent', 'sale'] as const;

/** One of the views that every workspace has. */
export type Starter = (typeof starterNames)[number];

/** What each of them shows. */
export const starters: Readonly<Record<Starter, PortfolioView>> = {
  all: plainView,
  quarter: {
    ...plainView,
    sort: 'decision',
    filters: [{ field: 'renewal', op: 'quarter', values: ['0'] }],
  },
  fresh: {
    ...plainView,
    sort: 'added',
    descending: true,
    filters: [
      { field: 'added', op: 'last', values: ['14'] },
      { field: 'verdict', op: 'is', values: ['not yet known'] },
    ],
  },
  risk: {
    ...plainView,
    sort: 'risk',
    filters: [{ field: 'risk', op: 'is', values: ['critical', 'at risk'] }],
  },
  silent: {
    ...plainView,
    sort: 'news',
    descending: true,
    filters: [{ field: 'news', op: 'between', values: ['120', ''] }],
  },
  sale: {
    ...plainView,
    sort: 'walk_away',
    filters: [{ field: 'sale', op: 'is', values: ['yes', 'maybe'] }],
  },
};
