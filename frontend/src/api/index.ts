// The one door to the program: screens import from here and from nowhere else.
export * as account from './account';
export * as chronicle from './chronicle';
export * as dialogs from './dialogs';
export * as events from './events';
export * as evidence from './evidence';
export * as frame from './frame';
export * as history from './history';
export * as imports from './imports';
export * as overview from './overview';
export * as plan from './plan';
export * as portfolio from './portfolio';
export { Problem, toProblem } from './problem';
export * as readings from './readings';
export * as search from './search';
export * as stories from './stories';
export * as transport from './transport';
export * as value from './value';
export * as workspace from './workspace';
