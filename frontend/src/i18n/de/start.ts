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
  trouble: {
    held: 'Dieser Arbeitsbereich ist anderswo geöffnet',
    damaged: 'Diese Arbeitsbereichsdatei ist beschädigt',
    gone: 'Die Arbeitsbereichsdatei liegt nicht mehr an ihrem Ort',
    other: 'Dieser Arbeitsbereich ließ sich nicht öffnen',
    goneHint:
      'Vielleicht wurde sie umbenannt oder verschoben, oder sie liegt auf einem Laufwerk, das nicht verbunden ist. Nichts wurde geändert.',
    read: 'Nur zum Lesen öffnen',
    again: 'Erneut versuchen',
    looking: 'Eine gute Sicherung wird gesucht…',
    fromBackup:
      'Eine neue Datei, {{name}}, lässt sich aus der Sicherung vom {{moment}} und jeder späteren Änderung herstellen, die noch lesbar ist.',
    fromFile:
      'Es gibt keine gute Sicherung. Eine neue Datei, {{name}}, lässt sich aus dem herstellen, was noch lesbar ist.',
    bothStay: 'Die beschädigte Datei und alle Sicherungen bleiben, wie sie sind.',
    backupsStay: 'Die Sicherungen bleiben, wie sie sind.',
    recover: 'Neue Datei herstellen und öffnen',
  },
  recovered: {
    backup_one:
      '{{name}} entstand aus der Sicherung vom {{moment}} und {{count}} späteren Änderung.',
    backup_other:
      '{{name}} entstand aus der Sicherung vom {{moment}} und {{count}} späteren Änderungen.',
    file_one: '{{name}} entstand aus {{count}} lesbaren Änderung.',
    file_other: '{{name}} entstand aus {{count}} lesbaren Änderungen.',
    whole: 'Keine Änderung fehlt.',
    missing_one: '{{count}} Änderung fehlt.',
    missing_other: '{{count}} Änderungen fehlen.',
  },
  savedIn: 'Arbeitsbereiche sind Dateien in {{folder}}.',
};
