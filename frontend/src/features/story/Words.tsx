import type { Paragraph, Run } from '@/api/stories';
import classes from './Words.module.css';

/** Draws a claim's words in their manner, in spans alone: they stand in a button. */
export function Words({ words }: { words: readonly Paragraph[] }) {
  const numbers: number[] = [];
  return words.map((one, at) => {
    if (one.kind === 'text' || one.kind === 'heading') numbers.length = 0;
    else numbers.length = Math.min(numbers.length, one.level + 1);
    if (one.kind === 'number') numbers[one.level] = (numbers[one.level] ?? 0) + 1;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no name but their place
      <span key={at} className={classes[one.kind]} data-level={one.level}>
        {one.kind === 'bullet' && <i aria-hidden>•</i>}
        {one.kind === 'number' && <i aria-hidden>{`${numbers[one.level]}.`}</i>}
        <span>
          {one.runs.map((run, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: runs have no name but their place
            <Manner key={place} run={run} />
          ))}
        </span>
      </span>
    );
  });
}

function Manner({ run }: { run: Run }) {
  const said = run.italic ? <em>{run.text}</em> : run.text;
  return run.bold ? <strong>{said}</strong> : said;
}
