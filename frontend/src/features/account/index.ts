export { AccountPage } from './AccountPage';
export { HistoryPage } from './history/HistoryPage';
export { OverviewPage } from './overview/OverviewPage';
export { PrincipleChecks } from './overview/Principles';
export { PeoplePage } from './people/PeoplePage';
export { PlanPage } from './plan/PlanPage';
export { RenewalPage, type RenewalSearch, renewalSearch } from './renewal/RenewalPage';
export { TalksPage } from './talks/TalksPage';
