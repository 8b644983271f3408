/** Die Zeilen der Bereitschaftsliste: wie jede heißt, und was als Nächstes zu tun ist. */
export const ready = {
  outcomes_validated: {
    label: 'Hinter jedem Ergebnis steht jemand',
    next: 'Fragen, ob es noch gilt.',
  },
  readings_fresh: {
    label: 'Jede Messgröße wurde rechtzeitig erfasst',
    next: 'Um die neuesten Messwerte bitten.',
  },
  proof_fresh: {
    label: 'Belegtes wurde binnen eines Jahres bestätigt',
    next: 'Den ältesten Beleg neu bestätigen lassen.',
  },
  something_new: {
    label: 'Etwas Neues binnen 120 Tagen',
    next: 'Fragen, was zuletzt besser wurde, und es festhalten.',
  },
  people_known: {
    label: 'Drei Personen auf zwei Ebenen, darunter der Fürsprecher',
    next: 'Mehr von denen treffen, die entscheiden.',
  },
  plan_signed: {
    label: 'Der Plan ist vereinbart, wie er steht',
    next: 'Den Plan gemeinsam durchgehen und festhalten, wer zugestimmt hat.',
  },
  buyer_met: {
    label: 'Wer das Geld gibt, wurde binnen 90 Tagen getroffen',
    next: 'Um eine halbe Stunde mit dem Entscheider bitten.',
  },
  answered: { label: 'Keine Nachricht wartet auf Antwort', next: 'Heute antworten.' },
  story_begun: {
    label: 'Die Geschichte dieser Laufzeit ist begonnen',
    next: 'Die Geschichte verfassen.',
  },
  story_new: {
    label: 'Die Geschichte erzählt Neues',
    next: 'Etwas Neues finden, bevor sie erzählt wird.',
  },
  ask_written: { label: 'Unser Anliegen ist notiert', next: 'Unser Anliegen notieren.' },
  mitigation: {
    label: 'Es gibt einen Plan gegen das Risiko',
    next: 'Notieren, wer was dagegen tut.',
  },
  story_told: {
    label: 'Die Geschichte ist erzählt',
    next: 'Sie denen erzählen, die entscheiden.',
  },
  offer_known: { label: 'Ihr Angebot ist bekannt', next: 'Fragen, was sie zahlen wollen.' },
  paper_path: {
    label: 'Jeder Schritt des Papierwegs hat Namen und Tag',
    next: 'Fragen, wer was bis wann unterschreibt.',
  },
  paper_on_time: {
    label: 'Der Papierweg ist im Zeitplan',
    next: 'Fragen, was den späten Schritt aufhält.',
  },
  call_made: {
    label: 'Die Einschätzung dieser Station ist abgegeben',
    next: 'Auf Kurs oder gefährdet sagen.',
  },
} as const;
