export { PortfolioPage } from './PortfolioPage';
export { SalePage } from './sale/SalePage';
export { type SaleSearch, saleSearch } from './sale/view';
export { useExport } from './useExport';
export { type PortfolioView, portfolioView } from './view';
export { WaySwitch } from './WaySwitch';
