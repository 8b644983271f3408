// Whose accounts a list looks at, for every screen that can be narrowed to one's own.
export { Who, type WhoseAccounts } from './Who';
