import type { TFunction } from 'i18next';
import type { Digest, DigestAnswer, DigestInsight } from '@/api/learning';

type T = TFunction<'learning'>;

/** Writes a team's digest as Markdown: what is for it, section by section, and nothing else. */
export function digestMarkdown(digest: Digest, t: T, day: (iso: string) => string): string {
  const lines = [
    `# ${t('digestText.subject', { team: digest.team })}`,
    '',
    t('digestText.period', { from: day(digest.from), to: day(digest.to) }),
  ];
  const section = (title: string, entries: readonly string[]) => {
    if (entries.length > 0) lines.push('', `## ${title}`, '', ...entries);
  };
  section(
    t('digestText.new'),
    digest.new.map((one) => insight(one, t)),
  );
  section(
    t('digestText.answers'),
    digest.answers.map((one) => answer(one, t, day)),
  );
  section(
    t('digestText.told'),
    digest.told.map((one) => insight(one, t)),
  );
  section(
    t('digestText.open'),
    digest.open.map((one) => answer(one, t, day)),
  );
  lines.push('', t('digestText.inside'), '');
  return lines.join('\n');
}

/** Says whether there is anything for the team. */
export function isEmpty(digest: Digest): boolean {
  return digest.new.length + digest.told.length + digest.answers.length + digest.open.length === 0;
}

function insight(one: DigestInsight, t: T): string {
  const from =
    one.question === '' ? '' : `; ${t('digestText.from', { question: line(one.question) })}`;
  return `- ${line(one.text)} — ${who(one, t)}${from}`;
}

function answer(one: DigestAnswer, t: T, day: (iso: string) => string): string {
  const said =
    one.answer === ''
      ? `${who(one, t)}, ${t('digestText.since', { day: day(one.asked_on) })}`
      : `${line(one.answer)} — ${who(one, t)}`;
  return `- **${line(one.text)}** ${said}`;
}

function who(one: { account: string; type_name: string }, t: T): string {
  if (one.type_name === '') return line(one.account);
  return t('digestText.who', { account: line(one.account), type: line(one.type_name) });
}

/** An entry of a list stands on one line. */
function line(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, ' ').trim();
}
