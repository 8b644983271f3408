// Overruling a phase is done from an account and from the portfolio; both use these parts.
export { OverruleDialog, type Overruled } from './OverruleDialog';
