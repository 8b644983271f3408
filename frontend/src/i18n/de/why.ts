/** Die Texte der Felder, die sagen, warum eine Zahl ist, wie sie ist. */
export const why = {
  title: 'Warum: {{what}}',
  loading: 'Die Aufzeichnungen werden gelesen …',
  total: 'Zusammen',
  result: 'Befund',
  aYear: '{{amount}} im Jahr',
  days_one: '{{count, number}} Tag',
  days_other: '{{count, number}} Tage',
  people_one: '{{count, number}} Person',
  people_other: '{{count, number}} Personen',
};
