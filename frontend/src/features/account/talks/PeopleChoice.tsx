import type { TalkPerson } from '@/api/talks';
import { useSay } from './say';
import form from './TalkForm.module.css';
import classes from './Talks.module.css';

/** Draws who was there, each a button that is pressed or not; who has left only where chosen. */
export function PeopleChoice(props: {
  people: readonly TalkPerson[];
  chosen: readonly string[];
  onChange: (ids: string[]) => void;
}) {
  const say = useSay();
  const { people, chosen, onChange } = props;
  const shown = people.filter((one) => !one.left || chosen.includes(one.id));
  if (shown.length === 0) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row everywhere
    <div role="group" aria-label={say('field.stakeholder_ids')} className={form['people']}>
      <span aria-hidden>{say('field.stakeholder_ids')}</span>
      {shown.map((one) => {
        const on = chosen.includes(one.id);
        return (
          <button
            key={one.id}
            type="button"
            aria-pressed={on}
            className={classes['toggle']}
            title={one.title}
            onClick={() =>
              onChange(on ? chosen.filter((id) => id !== one.id) : [...chosen, one.id])
            }
          >
            {one.name}
          </button>
        );
      })}
    </div>
  );
}
