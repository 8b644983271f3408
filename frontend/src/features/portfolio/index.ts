export { PortfolioPage } from './PortfolioPage';
export { useExport } from './useExport';
export { type PortfolioView, portfolioView } from './view';
