import { Segmented } from '@/ui';
import type { PartProps } from '../form';
import { Field } from './Field';
import classes from './Form.module.css';

/** Takes in how far a step is proved: who said yes, or what shows it. */
export function ProofFields(props: PartProps & { withProof: boolean }) {
  const { draft, change, errors, timeline, voice, withProof } = props;
  const { say } = voice;
  return (
    <>
      <div className={`${classes['field']} ${classes['wide']}`}>
        <span className={classes['legend']} aria-hidden="true">
          {say('form.confirmation')}
        </span>
        <Segmented
          label={say('form.confirmation')}
          value={draft.confirmation}
          options={(['claimed', 'evidenced', 'confirmed'] as const).map((value) => ({
            value,
            label: say(`confirmation.${value}`),
          }))}
          onChange={(confirmation) => change({ confirmation })}
        />
      </div>
      {draft.confirmation === 'confirmed' && (
        <Field
          className={classes['wide']}
          label={say('form.confirmedBy')}
          error={errors['confirmed_by']}
        >
          {(field) => (
            <>
              <input
                {...field}
                list={`${field.id}-people`}
                value={draft.confirmedBy}
                onChange={(e) => change({ confirmedBy: e.target.value })}
              />
              <datalist id={`${field.id}-people`}>
                {timeline.people.map((p) => (
                  <option key={p.id} value={p.name}>
                    {p.title}
                  </option>
                ))}
              </datalist>
            </>
          )}
        </Field>
      )}
      {draft.confirmation !== 'claimed' && withProof && (
        <Field className={classes['wide']} label={say('form.proof')} error={errors['proof']}>
          {(field) => (
            <input
              {...field}
              value={draft.proof}
              onChange={(e) => change({ proof: e.target.value })}
            />
          )}
        </Field>
      )}
    </>
  );
}
