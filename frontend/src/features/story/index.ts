export { LibraryPage } from './library/LibraryPage';
export { type LibrarySearch, librarySearch } from './library/view';
export { StoryPage } from './StoryPage';
