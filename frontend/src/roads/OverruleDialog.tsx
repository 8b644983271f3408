import { type KeyboardEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toProblem, ways } from '@/api';
import { inWords } from '@/i18n/words';
import { useOnce, useWrite } from '@/state';
import { Button, Dialog, Segmented } from '@/ui';
import classes from './Overrule.module.css';

/** Whose phases are overruled: those that hold, and those the records say where they differ. */
export interface Overruled {
  id: string;
  name: string;
  client: string;
  provider: string;
  client_derived: string;
  provider_derived: string;
  client_reason: string;
  provider_reason: string;
}

const phases = {
  client: ['new', 'growing', 'renewal'],
  provider: ['integrating', 'tending', 'harvesting', 'saving'],
} as const;

type Road = keyof typeof phases;
type Phase = (typeof phases)[Road][number];

/** Takes in which phase holds instead of the derived one, and why. */
export function OverruleDialog(props: { account: Overruled | undefined; onClose: () => void }) {
  const { t } = useTranslation('ways');
  const { account, onClose } = props;
  return (
    <Dialog
      opened={account !== undefined}
      onClose={onClose}
      title={account === undefined ? '' : t('overrule.title', { name: account.name })}
    >
      {account !== undefined && <Form account={account} onClose={onClose} />}
    </Dialog>
  );
}

function Form({ account, onClose }: { account: Overruled; onClose: () => void }) {
  const { t } = useTranslation(['ways', 'account', 'common']);
  const write = useWrite();
  const id = useId();
  const [road, setRoad] = useState<Road>('provider');
  const [phase, setPhase] = useState<string>();
  const [reason, setReason] = useState<string>();
  const [error, setError] = useState('');
  const held = account[road];
  const derived = account[`${road}_derived`] || held;
  const isSet = account[`${road}_derived`] !== '';
  const chosen = phase ?? held;
  const words = reason ?? account[`${road}_reason`];
  const save = useOnce(async (to: string, why: string) => {
    if (to !== '' && why.trim() === '') return setError(t('ways:overrule.needsReason'));
    try {
      await write(
        () => ways.overrule({ account: account.id, road, phase: to, reason: why }),
        t(to === '' ? 'ways:overrule.taken' : 'ways:overrule.done'),
      );
      onClose();
    } catch (cause) {
      const problem = toProblem(cause);
      if (problem.field !== '') setError(inWords(problem.message));
    }
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || (!event.ctrlKey && !event.metaKey)) return;
    event.preventDefault();
    void save(chosen, words);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Ctrl Enter saves from any of its fields
    <div className={classes['form']} onKeyDown={onKeyDown}>
      <Segmented
        label={t('ways:overrule.road')}
        value={road}
        options={[
          { value: 'provider', label: t('ways:overrule.provider') },
          { value: 'client', label: t('ways:overrule.client') },
        ]}
        onChange={(next) => {
          setRoad(next);
          setPhase(undefined);
          setReason(undefined);
          setError('');
        }}
      />
      <p>{t('ways:overrule.derived', { phase: t(`account:phase.${derived as Phase}`) })}</p>
      <Segmented
        label={t('ways:overrule.phase')}
        value={chosen}
        options={phases[road].map((one) => ({ value: one, label: t(`account:phase.${one}`) }))}
        onChange={setPhase}
      />
      <label htmlFor={id}>{t('ways:overrule.reason')}</label>
      <textarea
        id={id}
        data-autofocus
        rows={3}
        value={words}
        placeholder={t('ways:overrule.hint')}
        aria-invalid={error !== ''}
        aria-describedby={error === '' ? undefined : `${id}-error`}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {error !== '' && (
        <p id={`${id}-error`} role="alert" className={classes['error']}>
          {error}
        </p>
      )}
      <div className={classes['actions']}>
        {isSet && (
          <Button onClick={() => void save('', '')}>
            {t('ways:overrule.back', { phase: t(`account:phase.${derived as Phase}`) })}
          </Button>
        )}
        <Button look="primary" onClick={() => void save(chosen, words)}>
          {t('ways:overrule.save')}
        </Button>
      </div>
    </div>
  );
}
