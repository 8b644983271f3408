import type { starts as english } from '../en/starts';
import type { Same } from '../types';

/** Die Texte der Vorlagen, der Nachfolger und der Zustimmungen. */
export const starts: Same<typeof english> = {
  agreements: {
    title: 'Wer zugestimmt hat und was es belegt',
    version: 'Fassung {{count}}',
    current: 'gilt',
    older: 'für einen älteren Plan',
    of: 'Zustimmung vom {{day}}',
    none: 'noch ohne Beleg',
    pieces_one: '{{count}} Beleg',
    pieces_other: '{{count}} Belege',
  },
  template: {
    title: 'Mit einer Vorlage beginnen',
    help: 'Ergebnisse zum Besprechen mit je einer Frage, Messgrößen, Veränderungen und Schritte beider Seiten. Was nur der Kunde sagen kann, bleibt offen.',
    choose: 'Vorlage',
    counts: '{{outcomes}}, {{measures}}, {{milestones}} in {{days}}.',
    outcomes_one: '{{count}} Ergebnis',
    outcomes_other: '{{count}} Ergebnisse',
    measures_one: '{{count}} Messgröße',
    measures_other: '{{count}} Messgrößen',
    milestones_one: '{{count}} Meilenstein',
    milestones_other: '{{count}} Meilensteine',
    days_one: '{{count}} Tag',
    days_other: '{{count}} Tagen',
    start: 'Erster Tag',
    make: 'Mit „{{name}}“ beginnen',
    made: 'Plan aus „{{name}}“ begonnen',
    new: 'Neuer Plan aus einer Vorlage',
    save: 'Als Vorlage speichern',
    saveHelp:
      'Ergebnisse, Messgrößen, Veränderungen und Meilensteine mit ihren Tagen kommen in die Vorlage. Was dieser Kunde gesagt hat, seine Leute, Zahlen und Messwerte bleiben draußen, ebenso sein Name.',
    saveDo: 'Vorlage speichern',
    saved: 'Vorlage „{{name}}“ gespeichert',
    name: 'Name der Vorlage',
    rename: 'Vorlage {{name}} umbenennen',
    renamed: 'Die Vorlage heißt jetzt „{{name}}“',
    delete: 'Vorlage {{name}} löschen',
    deleted: 'Vorlage „{{name}}“ gelöscht',
  },
  duplicate: {
    open: 'Nächste Laufzeit planen',
    help: 'Macht aus allem, was offen ist, einen neuen Plan: Ergebnisse in den Worten des Kunden, Messgrößen ab ihrem Stand, offene Meilensteine um eine Laufzeit später.',
    planTitle: '{{title}}, nächste Laufzeit',
    done: 'Der Plan der nächsten Laufzeit ist begonnen',
  },
};
