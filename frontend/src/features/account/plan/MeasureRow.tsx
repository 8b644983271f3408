import {
  IconArrowDownRight,
  IconArrowRight,
  IconArrowUpRight,
  IconCheck,
  IconChevronDown,
  IconCircleDashed,
  IconClock,
  IconHelpCircle,
  IconSquareRotatedFilled,
  IconTrash,
} from '@tabler/icons-react';
import { useState } from 'react';
import { readings as readingsApi } from '@/api';
import type { Measure, MeasureState } from '@/api/plan';
import { restOfUnit, writeAlike, writeValue } from '@/lib/numbers';
import { useWrite } from '@/state';
import { Button } from '@/ui';
import { placeOf } from '../at';
import { useFoldAt, usePlan } from './context';
import { Edit } from './Edit';
import { EvidenceList } from './EvidenceList';
import { Fold } from './Fold';
import { foldFields } from './fields';
import { MeasureBar, ReadingSpark } from './MeasureBar';
import classes from './Outcomes.module.css';
import { ReadingList } from './ReadingList';

/** Draws one measure: name, readings, baseline, bar, now, target, state; the rest is in its fold. */
export function MeasureRow({ measure }: { measure: Measure }) {
  const { page, say, locale, change, remove } = usePlan();
  const [open, setOpen] = useFoldAt('measure', measure.id, foldFields.measure);
  const [reword, setReword] = useState(0);
  const write = useWrite();
  const [baseline = '', now = '', target = ''] = writeAlike(
    [measure.baseline, measure.now, measure.target],
    measure.unit,
    locale,
  );
  const field = (name: string) => say('edit', { what: `${measure.name}, ${say(`field.${name}`)}` });
  const number = { kind: 'number', locale, notANumber: say('notANumber') } as const;
  const read = (text: string) =>
    write(
      () =>
        readingsApi.save({
          account: page.account,
          on: page.today,
          confirmed_by: '',
          source: '',
          rows: [
            {
              measure: measure.id,
              value: text,
              not_measured: false,
              on: '',
              confirmed_by: '',
              source: '',
            },
          ],
        }),
      say('readings.done', { count: 1 }),
    );
  const missing = say('measure.missing');
  return (
    <li className={classes['measure']} data-at={placeOf('measure', measure.id)}>
      <div className={classes['grid']}>
        <div className={classes['name']}>
          <div>
            <Edit
              key={reword}
              fresh={reword > 0}
              at={placeOf('measure', measure.id, 'name')}
              label={field('name')}
              value={measure.name}
              placeholder={say('outcome.measureName')}
              locale={locale}
              onSave={(text) => change('measure', measure.id, { name: text })}
            />
            <span className={classes['unit']}> {restOfUnit(measure.unit)}</span>
            {measure.kind === 'vendor' && (
              <span className={classes['unit']}> · {say('measure.ours')}</span>
            )}
          </div>
          <MeasureNote measure={measure} />
        </div>
        <ReadingSpark measure={measure} label={sparkWords(measure, say, locale)} />
        <Edit
          {...number}
          at={placeOf('measure', measure.id, 'baseline')}
          label={field('baseline')}
          className={classes['num']}
          value={String(measure.baseline ?? '')}
          shown={baseline}
          placeholder={say('measure.setBaseline')}
          onSave={(text) => change('measure', measure.id, { baseline: text })}
        />
        <MeasureBar
          measure={measure}
          label={say('measure.bar', {
            name: measure.name,
            baseline: baseline === '' ? missing : baseline,
            now: now === '' ? missing : now,
            target: target === '' ? missing : target,
          })}
        />
        <Edit
          {...number}
          at={placeOf('measure', measure.id, 'now')}
          label={field('value')}
          className={`${classes['num']} ${classes['now']}`}
          value={String(measure.now ?? '')}
          shown={now}
          placeholder={say('measure.setNow')}
          onSave={read}
        />
        <Edit
          {...number}
          at={placeOf('measure', measure.id, 'target')}
          label={field('target')}
          className={classes['num']}
          value={String(measure.target ?? '')}
          shown={target}
          placeholder={say('measure.setTarget')}
          onSave={(text) => change('measure', measure.id, { target: text })}
        />
        <State measure={measure} />
        <button
          type="button"
          className={classes['more']}
          aria-expanded={open}
          aria-label={say('measure.more', { name: measure.name })}
          onClick={() => setOpen(!open)}
        >
          <IconChevronDown size={14} stroke={1.7} aria-hidden data-open={open} />
        </button>
      </div>
      {measure.question && (
        <div className={classes['question']}>
          <IconHelpCircle size={15} stroke={1.6} aria-hidden />
          <p>{say('measure.question', { account: page.name })}</p>
          <Button size="small" onClick={() => setReword(reword + 1)}>
            {say('measure.reword')}
          </Button>
          <Button
            size="small"
            look="quiet"
            onClick={() =>
              void change('measure', measure.id, { kind: 'vendor' }, say('measure.kept')).catch(
                () => undefined,
              )
            }
          >
            {say('measure.keep')}
          </Button>
        </div>
      )}
      {open && (
        <div className={classes['foldOut']}>
          <Fold
            kind="measure"
            record={measure}
            fields={foldFields.measure}
            words={{ unit: measure.unit === '' ? '1' : measure.unit }}
          />
          <ReadingList measure={measure} />
          <EvidenceList
            account={page.account}
            today={page.today}
            people={page.people}
            kind="measure"
            id={measure.id}
            of={measure.name}
          />
          <Button
            size="small"
            look="quiet"
            icon={<IconTrash size={13} stroke={1.6} aria-hidden />}
            onClick={() => void remove('measure', measure.id, say('measure.deleted'))}
          >
            {say('measure.delete')}
          </Button>
        </div>
      )}
    </li>
  );
}

function sparkWords(
  measure: Measure,
  say: ReturnType<typeof usePlan>['say'],
  locale: string,
): string {
  const { readings } = measure;
  const [first, last] = [readings[0], readings.at(-1)];
  if (first === undefined || last === undefined) return say('measure.never');
  return say('measure.spark', {
    count: readings.length,
    from: writeValue(first.value, measure.unit, locale),
    to: writeValue(last.value, measure.unit, locale),
  });
}

/** Says when a measure was read last, and what makes the reading good. */
function MeasureNote({ measure }: { measure: Measure }) {
  const { say, day } = usePlan();
  const words: string[] = [];
  if (measure.now_on === '')
    words.push(measure.source === '' ? say('measure.never') : measure.source);
  else {
    words.push(day(measure.now_on));
    if (measure.state === 'stale') words.push(say('measure.age', { count: measure.age }));
    else if (measure.now_proof === 'confirmed') words.push(say('measure.confirmed'));
    else if (measure.now_source !== '') words.push(measure.now_source);
  }
  const skipped = measure.not_measured_on > measure.now_on;
  return (
    <p className={classes['note']}>
      {words.join(', ')}
      {skipped && ` · ${say('measure.notMeasuredOn', { day: day(measure.not_measured_on) })}`}
    </p>
  );
}

const icons: Record<MeasureState, typeof IconCheck> = {
  met: IconCheck,
  'on track': IconCheck,
  'off track': IconSquareRotatedFilled,
  stale: IconClock,
  'not measured': IconCircleDashed,
  'no baseline': IconCircleDashed,
};

const trends = { rising: IconArrowUpRight, falling: IconArrowDownRight, flat: IconArrowRight };

function State({ measure }: { measure: Measure }) {
  const { say } = usePlan();
  const Icon = icons[measure.state];
  const Trend = measure.trend === '' ? null : trends[measure.trend];
  return (
    <div className={classes['state']} data-state={measure.state}>
      <span>
        <Icon size={measure.state === 'off track' ? 11 : 14} stroke={1.8} aria-hidden />
        {say(`measure.state.${measure.state}`)}
      </span>
      {Trend !== null && (
        <small>
          <Trend size={11} stroke={1.7} aria-hidden />
          {say(`measure.trend.${measure.trend}`)}
        </small>
      )}
    </div>
  );
}
