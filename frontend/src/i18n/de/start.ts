/** Die Texte des ersten Starts. */
export const start = {
  title: 'Der Erfolg Ihres Kunden gehört Ihnen',
  lead: 'Halten Sie in den Worten des Kunden fest, was Erfolg heißt, sehen Sie den Wert wachsen und gehen Sie in jede Verlängerung mit einer neuen Geschichte. Alles bleibt auf diesem Rechner.',
  leadOpen:
    'Ihr Arbeitsbereich {{name}} bleibt, wie er ist; der hier gewählte wird stattdessen geöffnet.',
  sample: 'Das Beispielportfolio öffnen',
  sampleText:
    'Zwölf Kunden mit zwei Jahren Geschichte. Sehen Sie sich um, ändern Sie, was Sie mögen.',
  import: 'Meine Kunden importieren',
  importText: 'Eine CSV-Datei aus Ihrem CRM. Sie sehen jede Zeile, bevor etwas geschrieben wird.',
  empty: 'Leer beginnen',
  emptyText: 'Ein neuer Arbeitsbereich, in dem noch nichts steht.',
  opening: 'Wird geöffnet…',
  another: 'Eine Arbeitsbereichsdatei öffnen…',
  name: 'Wie heißt der Arbeitsbereich?',
  nameHint: 'Ihre Firma oder Ihr Team.',
  currency: 'Währung',
  currencyHint: 'Die Währung der Summen über alle Kunden.',
  create: 'Arbeitsbereich anlegen',
  defaultName: 'Mein Portfolio',
  back: 'Zurück zum Portfolio',
  damaged: 'Dieser Arbeitsbereich ließ sich nicht öffnen',
  savedIn: 'Arbeitsbereiche sind Dateien in {{folder}}.',
};
