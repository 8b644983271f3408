// Writing a document to a file is done from a story and from an account; both use these parts.
export { formats } from './formats';
export { useWritten } from './useWritten';
