// Today: what to do next, over all accounts.
export { TodayPage } from './TodayPage';
