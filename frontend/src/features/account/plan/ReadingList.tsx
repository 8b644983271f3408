import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { Measure, Reading } from '@/api/plan';
import { Button } from '@/ui';
import { usePlan } from './context';
import { EvidenceList } from './EvidenceList';
import { FieldEdit } from './Fold';
import classes from './ReadingList.module.css';

/** How many readings show at first, the newest first. */
const most = 6;

/** Lists a measure's readings, newest first, each edited in place. */
export function ReadingList({ measure }: { measure: Measure }) {
  const { say } = usePlan();
  const [all, setAll] = useState(false);
  const newest = [...measure.readings].reverse();
  const shown = all ? newest : newest.slice(0, most);
  if (newest.length === 0) return null;
  return (
    <section className={classes['readings']} aria-label={say('measure.readings')}>
      <h4>{say('measure.readings')}</h4>
      <ul>
        {shown.map((reading) => (
          <Row key={reading.id} reading={reading} />
        ))}
      </ul>
      {newest.length > most && !all && (
        <Button size="small" look="quiet" onClick={() => setAll(true)}>
          {say('line.rest', { count: newest.length - most })}
        </Button>
      )}
    </section>
  );
}

function Row({ reading }: { reading: Reading }) {
  const { page, say, day, remove } = usePlan();
  const [open, setOpen] = useState(false);
  const what = say('measure.reading', { day: day(reading.on) });
  return (
    <li>
      <div className={classes['row']}>
        <FieldEdit kind="reading" record={reading} spec={{ name: 'on', kind: 'day' }} />
        <FieldEdit
          kind="reading"
          record={reading}
          spec={{ name: 'value', kind: 'number' }}
          className={classes['value']}
        />
        <FieldEdit kind="reading" record={reading} spec={{ name: 'source', kind: 'text' }} />
        <FieldEdit
          kind="reading"
          record={reading}
          spec={{ name: 'confirmed_by', kind: 'text', names: true }}
        />
        <Button size="small" look="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
          {reading.evidence === 0
            ? say('evidence.add')
            : say('evidence.count', { count: reading.evidence })}
        </Button>
        <button
          type="button"
          className={classes['delete']}
          aria-label={say('measure.deleteReading', { day: day(reading.on) })}
          onClick={() => void remove('reading', reading.id, say('measure.readingDeleted'))}
        >
          <IconTrash size={13} stroke={1.6} aria-hidden />
        </button>
      </div>
      {open && (
        <EvidenceList
          account={page.account}
          today={page.today}
          people={page.people}
          kind="reading"
          id={reading.id}
          of={what}
        />
      )}
    </li>
  );
}
