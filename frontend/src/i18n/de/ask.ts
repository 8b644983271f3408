import type { ask as english } from '../en/ask';
import type { Same } from '../types';

/** Die Texte der E-Mail, die um eine Bestätigung bittet. */
export const ask: Same<typeof english> = {
  button: 'Um Bestätigung bitten',
  short: 'Fragen',
  step: 'Um Bestätigung des Schritts vom {{day}} bitten',
  title: 'Um Bestätigung bitten',
  to: 'Wen',
  nobody: 'niemand ist bekannt',
  about: 'Worum es geht',
  subjectLabel: 'Betreff:',
  subject: 'Stimmt das so? {{title}}',
  subjectMany: 'Stimmen diese {{count}} Punkte so?',
  body: 'Die E-Mail',
  hello: 'Guten Tag {{name}},',
  opening_one:
    'wir haben festgehalten, was sich bei Ihnen verändert hat, und möchten wissen, ob Sie es ebenso sehen:',
  opening_other:
    'wir haben {{count}} Punkte festgehalten, die sich bei Ihnen verändert haben, und möchten wissen, ob Sie es ebenso sehen:',
  line: '- {{title}}: {{what}}',
  since: 'seit {{day}}',
  question:
    'Stimmt das so? Ein kurzes Ja genügt. Haben Sie eine andere Zahl, schicken Sie uns bitte diese: Ihre zählt.',
  thanks: 'Vielen Dank',
  open: 'Im E-Mail-Programm öffnen',
  copy: 'Kopieren',
  copied: 'Die E-Mail ist kopiert',
  notCopied:
    'Die E-Mail ließ sich nicht kopieren. Markieren Sie den Text und kopieren Sie ihn von Hand.',
  close: 'Schließen',
  note: 'Damit ist noch nichts bestätigt. Ist das Ja da, bestätigen Sie den Schritt und hängen die Antwort an.',
};
