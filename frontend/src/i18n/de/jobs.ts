/** Die Texte länger laufender Arbeit. */
export const jobs = {
  title: 'Laufende Arbeit',
  kind: {
    read: '{{label}} wird gelesen',
    import: '{{label}} wird importiert',
    export_bundle: 'Alles wird nach {{label}} exportiert',
    export_table: '{{label}} wird exportiert',
    export_document: '{{label}} wird geschrieben',
    backup: 'Sicherung nach {{label}}',
    restore: '{{label}} wird wiederhergestellt',
    verify: '{{label}} wird geprüft',
    empty_bin: 'Der Papierkorb wird geleert',
    forget: 'Eine Person wird vergessen',
  },
  of: '{{done}} von {{total}}',
  stop: 'Abbrechen',
  stopThis: 'Abbrechen: {{what}}',
  stopping: 'Wird abgebrochen …',
  waiting_one: '{{count}} Änderung von Ihnen wartet darauf und wird gleich danach gespeichert.',
  waiting_other:
    '{{count}} Änderungen von Ihnen warten darauf und werden gleich danach gespeichert.',
  began: 'Begonnen: {{what}}',
  done: 'Fertig: {{what}}',
  cancelled: 'Abgebrochen: {{what}}. Nichts davon wurde behalten.',
  failed: 'Fehlgeschlagen: {{what}}. {{why}}',
};
