import type { Recap, RecapLine } from '@/api/talks';
import { shortDate } from '@/lib/dates';
import { number } from '@/lib/money';
import type { Say } from './say';

/** Writes the mail that says what was agreed, in the language of `say`. */
export function recapMail(
  recap: Recap,
  say: Say,
  locale: string,
): { subject: string; body: string } {
  const day = shortDate(recap.on, locale);
  const until = (due: string) =>
    due === '' ? '' : say('recap.until', { day: shortDate(due, locale) });
  const promise = (line: RecapLine) =>
    `- ${[line.who === '' ? line.text : `${line.who}: ${line.text}`, until(line.due)]
      .filter((part) => part !== '')
      .join(', ')}`;
  const section = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [[say(`recap.${title}`), ...lines].join('\n')];
  const names = recap.to.map((one) =>
    say('recap.calls', { first: one.name.split(' ')[0] ?? one.name, full: one.name }),
  );
  const blocks = [
    names.length === 0 ? say('recap.helloAll') : say('recap.hello', { names: names.join(', ') }),
    say('recap.opening', { day }),
    ...(recap.summary === '' ? [] : [recap.summary]),
    ...section('ours', recap.ours.map(promise)),
    ...section('theirs', recap.theirs.map(promise)),
    ...section(
      'changes',
      recap.changes.map(
        (line) => `- ${line.answer === '' ? line.text : `${line.text}: ${line.answer}`}`,
      ),
    ),
    ...section(
      'readings',
      recap.readings.map((line) =>
        `- ${line.text}: ${number(line.value ?? 0, locale, 2)} ${line.unit}`.trimEnd(),
      ),
    ),
    ...section(
      'asked',
      recap.asked.map((line) => `- ${line.text}${line.answer === '' ? '' : `\n  ${line.answer}`}`),
    ),
    say('recap.closing'),
  ];
  return {
    subject: say('recap.subject', { account: recap.account, day }),
    body: blocks.join('\n\n'),
  };
}
