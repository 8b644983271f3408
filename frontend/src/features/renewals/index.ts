// The renewals: the decisions ahead of all accounts, by gate and by month.
export { RenewalsPage } from './RenewalsPage';
export { type RenewalsSearch, renewalsSearch } from './view';
