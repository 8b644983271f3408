import type { PlanKind } from '@/api/plan';
import { placeOf } from '../at';
import { usePlan } from './context';
import { Edit } from './Edit';
import classes from './Fold.module.css';
import { type FieldSpec, type FoldRecord, optionsOf, textOf } from './fields';

/** Draws the other fields of a record, each edited in place. */
export function Fold(props: {
  kind: PlanKind;
  record: FoldRecord;
  fields: readonly FieldSpec[];
  /** Values for the labels, such as the unit of a measure. */
  words?: Record<string, string>;
}) {
  const { say } = usePlan();
  return (
    <dl className={classes['fold']}>
      {props.fields.map((spec) => (
        <div key={spec.name} className={spec.wide === true ? classes['wide'] : undefined}>
          <dt>{say(`field.${spec.name}`, props.words ?? {})}</dt>
          <dd>
            <FieldEdit {...props} spec={spec} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Draws one field of a record, edited in place. */
export function FieldEdit(props: {
  kind: PlanKind;
  record: FoldRecord;
  spec: FieldSpec;
  words?: Record<string, string>;
  className?: string | undefined;
}) {
  const { page, say, locale, day, change } = usePlan();
  const { kind, record, spec, words = {} } = props;
  const value = textOf(record, spec.name);
  const options = optionsOf(spec, page, say, day);
  return (
    <Edit
      label={say('edit', { what: say(`field.${spec.name}`, words) })}
      at={placeOf(kind, record.id, spec.name)}
      value={value}
      kind={spec.kind}
      options={options}
      locale={locale}
      notANumber={say('notANumber')}
      placeholder={say('addValue')}
      shown={shownOf(spec, value, options, locale, day)}
      className={props.className}
      {...(spec.names === true && { names: page.people.map((p) => p.name) })}
      onSave={(text) => change(kind, record.id, { [spec.name]: text })}
    />
  );
}

function shownOf(
  spec: FieldSpec,
  value: string,
  options: readonly { value: string; label: string }[],
  locale: string,
  day: (iso: string) => string,
): string {
  if (spec.kind === 'choice') return options.find((one) => one.value === value)?.label ?? value;
  if (spec.kind === 'day' && value !== '') return day(value);
  if (spec.kind === 'number' && value !== '') {
    return new Intl.NumberFormat(locale, { maximumFractionDigits: 6 }).format(Number(value));
  }
  return value;
}
