export { PortfolioPage } from './PortfolioPage';
export { type PortfolioView, portfolioView } from './view';
