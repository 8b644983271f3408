import { IconCheck } from '@tabler/icons-react';
import type { Agreement } from '@/api/plan';
import { Chip, Why } from '@/ui';
import { usePlan } from './context';
import { EvidenceList } from './EvidenceList';
import classes from './PlanPage.module.css';

/** Draws how often the client agreed; it opens each time with who, how and what shows it. */
export function Agreements() {
  const { page, say } = usePlan();
  const { agreements } = page.plan;
  if (agreements.length === 0) return null;
  const pieces = agreements.reduce((sum, one) => sum + one.evidence, 0);
  return (
    <Why
      title={say('agreements.title')}
      panel={() => (
        <ol className={classes['agreements']}>
          {agreements.map((one, i) => (
            <One key={one.id} agreement={one} version={agreements.length - i} />
          ))}
        </ol>
      )}
    >
      {pieces === 0 ? say('agreements.none') : say('agreements.pieces', { count: pieces })}
    </Why>
  );
}

function One({ agreement: one, version }: { agreement: Agreement; version: number }) {
  const { page, say, day } = usePlan();
  return (
    <li>
      <p>
        {one.current && <IconCheck size={14} stroke={2} aria-hidden />}
        <b>{say('agreements.version', { count: version })}</b>
        <Chip tone={one.current ? 'good' : 'plain'}>
          {say(one.current ? 'agreements.current' : 'agreements.older')}
        </Chip>
      </p>
      <p>
        {one.by === '' ? say('agreedNobody') : say('agreed', { name: one.by })}
        {say(`how.${one.method === '' ? 'none' : one.method}`, { day: day(one.on) })}
      </p>
      <EvidenceList
        account={page.account}
        today={page.today}
        people={page.people}
        kind="plan_signoff"
        id={one.id}
        of={say('agreements.of', { day: day(one.on) })}
      />
    </li>
  );
}
