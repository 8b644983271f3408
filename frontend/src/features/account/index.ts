export { AccountPage } from './AccountPage';
export { PlanPage } from './plan/PlanPage';
