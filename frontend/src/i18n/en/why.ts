/** The texts of the panels that say why a figure is what it is. */
export const why = {
  title: 'Why: {{what}}',
  loading: 'Reading the records…',
  total: 'Together',
  result: 'Result',
  aYear: '{{amount}} a year',
  days_one: '{{count, number}} day',
  days_other: '{{count, number}} days',
  people_one: '{{count, number}} person',
  people_other: '{{count, number}} people',
} as const;
