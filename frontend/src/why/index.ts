// The why of figures, for every screen: the rule, the arithmetic, and the way to the records.
export { addressOf, focusOn, useOpenRecord } from './place';
export { WhyFigure, WhyPanel } from './WhyFigure';
export { type WhyLine, WhyLines } from './WhyLines';
