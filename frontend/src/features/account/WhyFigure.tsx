// The account's figures answer why as those of all screens do.
export { WhyFigure } from '@/why';
