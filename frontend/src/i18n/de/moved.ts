/** Die Texte dazu, was sich in der Prognose bewegt hat. */
export const moved = {
  since: 'Seit Montag, {{day}}',
  none: 'nichts hat sich in der Prognose bewegt',
  tooMuch:
    'zu viele Laufzeiten wurden geschrieben, wie bei einem Import, um zu sagen, was sich bewegt hat',
  binned: 'im Papierkorb, {{amount}} weniger',
  some_one: '{{count}} Laufzeit hat sich bewegt, {{amount}}',
  some_other: '{{count, number}} Laufzeiten haben sich bewegt, {{amount}}',
  hint: 'Nach dem, was geschrieben wurde: Einschätzungen, Prognosen, Enden und Ergebnisse. Was die Aufzeichnungen sagen, gilt, wie es heute ist.',
  more_one: 'Und {{count}} weitere.',
  more_other: 'Und {{count, number}} weitere.',
  new: 'neu in der Prognose',
  gone: 'nicht mehr in der Prognose',
  kind: 'von {{from}} zu {{to}}',
  call: 'Einschätzung von {{from}} zu {{to}}',
  amount: '{{from}} zu {{to}}',
  end: 'Ende von {{from}} auf {{to}} verlegt',
} as const;
