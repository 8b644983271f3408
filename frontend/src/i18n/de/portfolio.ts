/** Die Texte des Portfolios. */
export const portfolio = {
  title: 'Portfolio',
};
