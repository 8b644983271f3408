/** The texts of the imports. */
export const imports = {
  title: 'Import',
} as const;
