import { IconArrowBackUp } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { chronicle as api } from '@/api';
import type { Action, Change } from '@/api/chronicle';
import { inWords } from '@/i18n/words';
import { useFormat, useUndo, useWrite } from '@/state';
import { Button, Dialog } from '@/ui';
import { useSay } from '../overview/say';
import classes from './History.module.css';
import { fieldName, writeChanged } from './words';

/** Draws one action with its changes; it can be taken back, and each old value put back. */
export function ActionBlock({ account, action }: { account: string; action: Action }) {
  const say = useSay('chronicle');
  const { moment } = useFormat();
  const { undo } = useUndo();
  const [all, setAll] = useState(false);
  const [asking, setAsking] = useState(false);
  const whole = useQuery({
    queryKey: ['account', account, 'chronicle', 'action', action.id],
    queryFn: () =>
      api.page({ account, actor: '', kind: '', words: '', action: action.id, offset: 0 }),
    enabled: all,
  });
  const changes = (all ? whole.data?.actions[0]?.changes : undefined) ?? action.changes.slice(0, 8);
  const label = action.label === '' ? say('unnamed') : inWords(action.label);
  const takeBack = () => {
    setAsking(false);
    void undo(action.id);
  };
  return (
    <li className={classes['action']} data-undone={action.undone}>
      <div className={classes['actionHead']}>
        <h2>{label}</h2>
        <p>
          {action.actor}, <time dateTime={action.at}>{moment(action.at)}</time>
          {action.undone && `, ${say('takenBack')}`}
        </p>
        {action.can_undo && (
          <Button
            size="small"
            aria-label={say('takeBackLabel', { label })}
            icon={<IconArrowBackUp size={13} stroke={1.8} aria-hidden />}
            // What touched more than is shown here is asked about first.
            onClick={() => (action.records > action.count + 1 ? setAsking(true) : takeBack())}
          >
            {say('takeBack')}
          </Button>
        )}
      </div>
      <ul className={classes['changes']}>
        {changes.map((change) => (
          <ChangeRow key={`${change.entry}-${change.field}-${change.what}`} change={change} />
        ))}
      </ul>
      {!all && action.count > changes.length && (
        <Button look="quiet" size="small" onClick={() => setAll(true)}>
          {say('all', { count: action.count })}
        </Button>
      )}
      <Dialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={say('takeBackLabel', { label })}
      >
        <p>{say('touches', { count: action.records })}</p>
        <div className={classes['answers']}>
          <Button onClick={() => setAsking(false)}>{say('cancel')}</Button>
          <Button look="primary" onClick={takeBack}>
            {say('takeBackAll', { records: action.records })}
          </Button>
        </div>
      </Dialog>
    </li>
  );
}

function ChangeRow({ change }: { change: Change }) {
  const say = useSay('chronicle');
  const format = useFormat();
  const write = useWrite();
  const field = fieldName(change.field, say);
  const { title } = change;
  const deleted = change.what === 'deleted';
  const putBack = async () => {
    const done = deleted ? say('didRestore', { title }) : say('didPutBack', { field, title });
    // What fails is shown by the write itself.
    await write(() => api.putBack(change), done).catch(() => undefined);
  };
  const from = writeChanged(change.from, change.type, format, say);
  return (
    <li data-at={`${change.kind}.${change.id}`}>
      <span className={classes['kind']}>{say(`kind.${change.kind}`)}</span>
      <span className={classes['record']}>{title}</span>
      {change.what === 'changed' ? (
        <span className={classes['changed']}>
          {field}: <del>{from}</del> {say('to')}{' '}
          <ins>{writeChanged(change.to, change.type, format, say)}</ins>
        </span>
      ) : (
        <span className={classes['changed']}>{say(`what.${change.what}`)}</span>
      )}
      {change.can_restore && (
        <Button
          size="small"
          look="quiet"
          aria-label={
            deleted
              ? say('restoreLabel', { title })
              : say('putBackLabel', { field, title, value: from })
          }
          onClick={() => void putBack()}
        >
          {say(deleted ? 'restore' : 'putBack')}
        </Button>
      )}
    </li>
  );
}
