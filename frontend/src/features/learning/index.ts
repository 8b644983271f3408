export { LearningPage, type LearningPageProps } from './LearningPage';
export { type LearningSearch, learningSearch } from './view';
