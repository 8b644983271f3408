export { AlignmentPage, type AlignmentPageProps } from './AlignmentPage';
export { type AlignmentSearch, alignmentSearch } from './view';
