/** The texts of an account’s handover page. */
export const handover = {
  button: 'Handover page',
  hint: 'The account on two sides of paper, for the CSM who takes it over',
  as: 'Write it as',
  file: 'Handover {{name}}',
  save: 'Save the handover page',
  cancelled: 'Cancelled. Nothing was written.',
} as const;
