import { IconX } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { talks as api } from '@/api';
import type { Talk, TalksPage } from '@/api/talks';
import { useFormat, useWrite } from '@/state';
import { Chip } from '@/ui';
import { writeDay } from '../value/format';
import { useSay } from './say';
import classes from './TalkRow.module.css';

/** Shows which teams an insight reached, and notes that another one was told. */
export function ShareTeams(props: { page: TalksPage; talk: Talk; inHand: boolean }) {
  const say = useSay();
  const write = useWrite();
  const id = useId();
  const { locale } = useFormat();
  const { page, talk } = props;
  const [team, setTeam] = useState('');
  const share = (name: string, on: string) =>
    // What fails is shown by the write itself.
    write(
      () => api.share(page.account, talk.id, name, on),
      say(on === '' ? 'teams.takenBack' : 'teams.told', { team: name }),
    ).then(
      () => setTeam(''),
      () => undefined,
    );
  return (
    <div className={classes['teams']}>
      {talk.teams.map((one) => (
        <Chip key={one.team}>
          {one.shared_on === ''
            ? one.team
            : say('teams.on', { team: one.team, day: writeDay(one.shared_on, locale) })}
          <button
            type="button"
            tabIndex={props.inHand ? 0 : -1}
            aria-label={say('teams.takeBack', { team: one.team })}
            onClick={() => void share(one.team, '')}
          >
            <IconX size={11} stroke={2} aria-hidden />
          </button>
        </Chip>
      ))}
      <input
        aria-label={say('teams.tell')}
        placeholder={say('teams.tell')}
        tabIndex={props.inHand ? 0 : -1}
        list={id}
        value={team}
        onChange={(event) => setTeam(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || team.trim() === '') return;
          event.preventDefault();
          void share(team.trim(), page.today);
        }}
      />
      <datalist id={id}>
        {page.teams.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
    </div>
  );
}
