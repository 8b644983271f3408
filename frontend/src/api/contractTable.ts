/** Holds the views of the portfolio's table against the generated ones, as contract.ts does. */
import type { Held, SameNames } from './contract';
import type {
  Below,
  Changed,
  ChangeInput,
  Choice,
  GroupHead,
  PortfolioFilter,
  PortfolioPage,
  PortfolioQuery,
  PortfolioRow,
  SavedView,
} from './portfolio';
import type { desktop } from './wailsjs/go/models';

/** One line a view: ours, theirs. */
export type TableContract = [
  Held<SameNames<PortfolioPage, desktop.PortfolioPageView>>,
  Held<SameNames<PortfolioQuery, desktop.PortfolioQuery>>,
  Held<SameNames<PortfolioRow, desktop.PortfolioRowView>>,
  Held<SameNames<PortfolioFilter, desktop.PortfolioFilter>>,
  Held<SameNames<Below, desktop.PortfolioBelowView>>,
  Held<SameNames<GroupHead, desktop.PortfolioHeadView>>,
  Held<SameNames<Choice, desktop.PortfolioChoiceView>>,
  Held<SameNames<ChangeInput, desktop.PortfolioChangeInput>>,
  Held<SameNames<Changed, desktop.PortfolioChangedView>>,
  Held<SameNames<SavedView, desktop.SavedViewView>>,
  Held<SameNames<SavedView, desktop.SavedViewInput>>,
];
