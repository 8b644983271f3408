export { PortfolioPage } from './PortfolioPage';
export { RoadsPage } from './roads/RoadsPage';
export { type RoadSearch, roadSearch } from './roads/view';
export { SalePage } from './sale/SalePage';
export { type SaleSearch, saleSearch } from './sale/view';
export { useExport } from './useExport';
export { type PortfolioView, portfolioView } from './view';
export { WaySwitch } from './WaySwitch';
