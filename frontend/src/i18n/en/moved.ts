/** The texts of what moved in the forecast. */
export const moved = {
  since: 'Since Monday, {{day}}',
  none: 'nothing moved in the forecast',
  tooMuch: 'too many terms were written, as by an import, to say what moved',
  binned: 'put into the bin, {{amount}} less',
  some_one: '{{count}} term moved, {{amount}}',
  some_other: '{{count, number}} terms moved, {{amount}}',
  hint: 'By what was written: calls, forecasts, ends and results. What the records say is taken as it is today.',
  more_one: 'And {{count}} more.',
  more_other: 'And {{count, number}} more.',
  new: 'new in the forecast',
  gone: 'no longer in the forecast',
  kind: 'from {{from}} to {{to}}',
  call: 'call from {{from}} to {{to}}',
  amount: '{{from}} to {{to}}',
  end: 'end moved from {{from}} to {{to}}',
} as const;
