import { IconArrowRight } from '@tabler/icons-react';
import type { ReadingRow } from '@/api/readings';
import { Button } from '@/ui';
import { useSay } from '../plan/context';
import type { PastedLine } from './paste';
import classes from './Readings.module.css';
import { usable } from './round';

/** Shows which pasted line goes to which measure, before anything is taken. */
export function PastePreview(props: {
  lines: readonly PastedLine[];
  rows: readonly ReadingRow[];
  onTake: () => void;
  onCancel: () => void;
}) {
  const say = useSay();
  const count = usable(props.lines).length;
  const nameOf = (id: string) =>
    props.rows.find((row) => row.measure.id === id)?.measure.name ?? '';
  const outcomeOf = (line: PastedLine) => {
    if (line.measure === '') return say('readings.noMatch');
    if (line.notMeasured) return say('readings.notMeasuredShort');
    return line.value === '' ? say('readings.noNumber') : line.text;
  };
  return (
    <section className={classes['preview']} aria-label={say('readings.preview')}>
      <h3>{say('readings.preview')}</h3>
      <ul>
        {props.lines.map((line) => (
          <li key={`${line.name}-${line.text}`} data-bad={usable([line]).length === 0}>
            <span>{line.name}</span>
            <IconArrowRight size={13} stroke={1.6} aria-hidden />
            <span>{line.measure === '' ? '' : nameOf(line.measure)}</span>
            <b>{outcomeOf(line)}</b>
          </li>
        ))}
      </ul>
      <div>
        <Button size="small" look="primary" autoFocus disabled={count === 0} onClick={props.onTake}>
          {say('readings.take', { count })}
        </Button>
        <Button size="small" look="quiet" onClick={props.onCancel}>
          {say('cancel')}
        </Button>
      </div>
    </section>
  );
}
