/** Warum eine Prüfung nicht erfüllt ist und was zu tun ist. */
export const checks = {
  plan_has_outcome: {
    label: 'Der Plan hat ein Ergebnis',
    reason: 'Noch ist kein Ergebnis vereinbart.',
    next: 'Fragen, was Erfolg ist, und es in ihren Worten aufschreiben',
  },
  outcomes_quoted: {
    label: 'Ergebnisse sind zitiert, mit wer und wann',
    reason_one: '{{count}} Ergebnis steht nicht in ihren Worten.',
    reason_other: '{{count}} Ergebnisse stehen nicht in ihren Worten.',
    next: 'Fragen, wie sie es sagen würden: {{what}}',
  },
  outcomes_have_client_measure: {
    label: 'Jedes Ergebnis hat eine Kennzahl des Kunden',
    reason_one: '{{count}} Ergebnis hat keine Kennzahl des Kunden.',
    reason_other: '{{count}} Ergebnisse haben keine Kennzahl des Kunden.',
    next: 'Fragen, was sie heute zählen: {{what}}',
  },
  measures_have_baseline_and_target: {
    label: 'Kennzahlen haben Ausgangs- und Zielwert',
    reason_one: '{{count}} Kennzahl fehlt Ausgangs- oder Zielwert.',
    reason_other: '{{count}} Kennzahlen fehlt Ausgangs- oder Zielwert.',
    next: 'Vereinbaren, woher und wohin: {{what}}',
  },
  readings_fresh: {
    label: 'Messwerte sind frisch',
    reason_one: '{{count}} Messwert ist veraltet oder fehlt.',
    reason_other: '{{count}} Messwerte sind veraltet oder fehlen.',
    next: 'Messwert holen: {{what}}',
  },
  outcomes_validated: {
    label: 'Zu den Ergebnissen stand jemand in den letzten 180 Tagen',
    reason_one: '{{count}} Ergebnis wurde 180 Tage nicht bestätigt.',
    reason_other: '{{count}} Ergebnisse wurden 180 Tage nicht bestätigt.',
    next: 'Fragen, ob es noch gilt: {{what}}',
  },
  plan_signed: {
    label: 'Der Plan ist vereinbart, wie er ist',
    reason: 'Der Plan ist nicht vereinbart, wie er ist.',
    next: 'Den Plan gemeinsam durchgehen und festhalten, wer zustimmt',
  },
  measures_are_theirs: {
    label: 'Kennzahlen messen ihren Erfolg, nicht unseren',
    reason_one: '{{count}} Kennzahl spricht von unserem Produkt.',
    reason_other: '{{count}} Kennzahlen sprechen von unserem Produkt.',
    next: 'Fragen, wozu es gut ist: {{what}}',
  },
  outcomes_have_change: {
    label: 'Jedes Ergebnis nennt, was sich in der Arbeit ändert',
    reason_one: '{{count}} Ergebnis nennt keine Änderung der Arbeit.',
    reason_other: '{{count}} Ergebnisse nennen keine Änderung der Arbeit.',
    next: 'Fragen, wer anders arbeiten wird: {{what}}',
  },
  changes_say_why: {
    label: 'Änderungen sagen, warum es heute anders ist',
    reason_one: '{{count}} Änderung sagt nicht, warum es heute anders ist.',
    reason_other: '{{count}} Änderungen sagen nicht, warum es heute anders ist.',
    next: 'Fragen, was für den heutigen Weg spricht: {{what}}',
  },
  changes_name_who_and_how_many: {
    label: 'Änderungen nennen wen und wie viele',
    reason_one: '{{count}} Änderung nennt nicht, wen und wie viele.',
    reason_other: '{{count}} Änderungen nennen nicht, wen und wie viele.',
    next: 'Das Team nennen und zählen: {{what}}',
  },
  half_at_habit: {
    label: 'Die Hälfte der Änderungen ist Gewohnheit oder verankert',
    reason: 'Weniger als die Hälfte der Änderungen ist Gewohnheit.',
    next: 'Zusehen und fragen, was im Weg steht: {{what}}',
  },
  none_stuck: {
    label: 'Keine Änderung steckt seit 120 Tagen fest',
    reason_one: '{{count}} Änderung steckt seit 120 Tagen oder länger fest.',
    reason_other: '{{count}} Änderungen stecken seit 120 Tagen oder länger fest.',
    next: 'Herausfinden, was sie aufhält: {{what}}',
  },
  not_all_training: {
    label: 'Änderungen sind mehr als Schulung',
    reason: 'Alle Änderungen sind Schulungen.',
    next: 'Nennen, was sie nach der Schulung anders machen',
  },
  outcomes_have_job_and_link: {
    label: 'Ergebnisse sagen, welcher Aufgabe sie dienen und wie wir helfen',
    reason_one: '{{count}} Ergebnis fehlt die Aufgabe oder unser Anteil.',
    reason_other: '{{count}} Ergebnissen fehlt die Aufgabe oder unser Anteil.',
    next: 'Sagen, wofür sie uns einsetzen: {{what}}',
  },
  economics_known: {
    label: 'Was ein Ergebnis wert ist, ist bekannt',
    reason_one: 'Was {{count}} Ergebnis wert ist, ist nicht bekannt.',
    reason_other: 'Was {{count}} Ergebnisse wert sind, ist nicht bekannt.',
    next: 'Fragen, was eines weniger oder mehr wert ist: {{what}}',
  },
  changes_are_helped: {
    label: 'Wir helfen bei jeder Änderung',
    reason_one: 'Für {{count}} Änderung haben wir keinen Schritt zugesagt.',
    reason_other: 'Für {{count}} Änderungen haben wir keinen Schritt zugesagt.',
    next: 'Einen eigenen Schritt zusagen: {{what}}',
  },
  bonded_share_half: {
    label: 'Die Hälfte des gefühlten Werts ist gebunden',
    reason: 'Weniger als die Hälfte des gefühlten Werts hängt an einer Gewohnheit.',
    next: 'Einen Nutzen mit der Änderung verbinden, aus der er kommt',
  },
  question_asked: {
    label: 'In den letzten 30 Tagen wurde etwas gefragt',
    reason: 'Seit 30 Tagen wurde nichts gefragt.',
    next: 'Etwas fragen, das Sie über ihre Arbeit nicht wissen',
  },
  asks_as_much_as_teaches: {
    label: 'Wir fragen so viel, wie wir lehren',
    reason: 'In 90 Tagen wurde mehr gelehrt als gefragt.',
    next: 'Das nächste Treffen mit einer Frage beginnen',
  },
  no_question_left_open: {
    label: 'Keine Frage ist seit 45 Tagen offen',
    reason_one: '{{count}} Frage ist seit {{days}} Tagen offen.',
    reason_other: '{{count}} Fragen sind offen, die älteste seit {{days}} Tagen.',
    next: 'Noch einmal fragen: {{what}}',
  },
  insight_shared: {
    label: 'Eine Erkenntnis wurde in 90 Tagen weitergegeben',
    reason: 'In 90 Tagen wurde von hier nichts weitergegeben.',
    next: 'Einem anderen Team erzählen, was dieser Kunde Sie gelehrt hat',
  },
  first_value_in_time: {
    label: 'Der erste Wert kam rechtzeitig',
    reason: 'Der erste Wert ist verspätet.',
    next: 'Das kleinste Ergebnis finden, das sie merken, und es erreichen',
  },
  verdict_expanding_or_deepening: {
    label: 'Der Wert weitet oder vertieft sich',
    reason: 'Der Wert wächst nicht: {{what}}.',
    next: 'Den nächsten Nutzen, das nächste Team oder den nächsten Ort suchen',
  },
  not_silent: {
    label: 'Etwas Neues in den letzten 120 Tagen',
    reason_one: 'Seit {{count}} Tag nichts Neues.',
    reason_other: 'Seit {{count}} Tagen nichts Neues.',
    next: 'Etwas Neues beweisen, so klein es sei',
  },
  story_not_old_news: {
    label: 'Die Geschichte zur Verlängerung ist neu',
    reason: 'Die Geschichte zur Verlängerung ist bekannt.',
    next: 'Etwas Neues beweisen, bevor sie erzählt wird',
  },
  three_active_stakeholders: {
    label: 'Drei Personen sind aktiv',
    reason_one: 'Nur {{count}} Person ist aktiv.',
    reason_other: 'Nur {{count}} Personen sind aktiv.',
    next: 'Um ein Treffen mit noch jemandem bitten, den es betrifft',
  },
  two_levels: {
    label: 'Personen auf zwei Ebenen',
    reason: 'Wir kennen Personen auf nur einer Ebene.',
    next: 'Bitten, die Vorgesetzte oder einen Anwender mitzubringen',
  },
  economic_buyer_met: {
    label: 'Wer zahlt, wurde in 90 Tagen getroffen',
    reason: 'Wer zahlt, wurde in 90 Tagen nicht getroffen.',
    next: 'Wer zahlt, zeigen, was es gebracht hat',
  },
  champion_not_left: {
    label: 'Der Fürsprecher ist da',
    reason: 'Der Fürsprecher ist gegangen.',
    next: 'Herausfinden, wem es jetzt wichtig ist',
  },
  messages_answered_in_time: {
    label: 'Nachrichten wurden rechtzeitig beantwortet',
    reason: 'Eine Nachricht wurde spät oder nie beantwortet.',
    next: 'Heute antworten',
  },
};
