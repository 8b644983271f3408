/** The texts of the portfolio. */
export const portfolio = {
  title: 'Portfolio',
} as const;
