import { useState } from 'react';
import type { Stakeholder } from '@/api/people';
import { daysBetween } from '@/lib/dates';
import { useFormat } from '@/state';
import { Avatar } from '@/ui';
import { inField, influences, isPlaced, stances } from './map';
import classes from './People.module.css';
import { useSay } from './say';

/** After so many days without a conversation a face fades. */
const longAgo = 90;

/** Draws influence by stance: who has most weight stands at the top, who is for us at the right. */
export function StanceMap(props: {
  people: readonly Stakeholder[];
  today: string;
  onChoose: (id: string) => void;
}) {
  const say = useSay();
  const [table, setTable] = useState(false);
  const unplaced = props.people.filter((one) => !isPlaced(one));
  const isFar = (one: Stakeholder) =>
    one.last_touch === '' || daysBetween(one.last_touch, props.today) > longAgo;
  const face = (one: Stakeholder) => (
    <button
      key={one.id}
      type="button"
      className={classes['face']}
      data-far={isFar(one)}
      data-role={one.role}
      aria-label={[
        one.name,
        one.role === '' ? '' : say(`role.${one.role}`),
        isFar(one) ? say('map.far') : '',
      ]
        .filter((part) => part !== '')
        .join(', ')}
      title={one.name}
      onClick={() => props.onChoose(one.id)}
    >
      <Avatar name={one.name} />
    </button>
  );
  return (
    <figure className={classes['map']}>
      <figcaption>
        <h2>{say('map.title')}</h2>
        <p>{say('map.text')}</p>
      </figcaption>
      <div>
        {influences.map((influence) => (
          <div key={influence} className={classes['band']}>
            <span>{say(`influence.${influence}`)}</span>
            {stances.map((stance) => (
              <div key={stance} className={classes['field']} data-side={Math.sign(stance)}>
                {inField(props.people, influence, stance).map(face)}
              </div>
            ))}
          </div>
        ))}
        <div className={classes['foot']} aria-hidden>
          <span />
          {stances.map((stance) => (
            <small key={stance}>{say(`stance.${stance}`)}</small>
          ))}
        </div>
      </div>
      {unplaced.length > 0 && (
        <div className={classes['unplaced']}>
          <p>{say('map.unplaced')}</p>
          {unplaced.map(face)}
        </div>
      )}
      <button
        type="button"
        className={classes['link']}
        aria-expanded={table}
        onClick={() => setTable(!table)}
      >
        {say(table ? 'map.noTable' : 'map.table')}
      </button>
      {table && <MapTable people={props.people} />}
    </figure>
  );
}

function MapTable({ people }: { people: readonly Stakeholder[] }) {
  const say = useSay();
  const { date } = useFormat();
  return (
    <table className={classes['table']}>
      <thead>
        <tr>
          {(['name', 'role', 'influence', 'stance', 'last_touch'] as const).map((name) => (
            <th key={name} scope="col">
              {say(`field.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {people.map((one) => (
          <tr key={one.id}>
            <th scope="row">{one.name}</th>
            <td>{one.role === '' ? '–' : say(`role.${one.role}`)}</td>
            <td>{one.influence === null ? '–' : say(`influence.${one.influence}`)}</td>
            <td>{one.stance === null ? '–' : say(`stance.${one.stance}`)}</td>
            <td>{one.last_touch === '' ? '–' : date(one.last_touch)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
