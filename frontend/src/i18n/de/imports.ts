/** Die Texte des Imports. */
export const imports = {
  title: 'Import',
};
