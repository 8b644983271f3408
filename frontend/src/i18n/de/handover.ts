/** Die Texte des Übergabeblatts eines Kunden. */
export const handover = {
  button: 'Übergabeblatt',
  hint: 'Der Kunde auf zwei Seiten Papier, für die Person, die ihn übernimmt',
  as: 'Schreiben als',
  file: 'Übergabe {{name}}',
  save: 'Übergabeblatt sichern',
  cancelled: 'Abgebrochen. Nichts wurde geschrieben.',
} as const;
