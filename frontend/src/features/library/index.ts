export { FilesDialog } from './FilesDialog';
export { LibraryPage } from './LibraryPage';
export { type LibrarySearch, librarySearch } from './view';
