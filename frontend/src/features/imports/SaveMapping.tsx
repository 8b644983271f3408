import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { imports, toProblem } from '@/api';
import { useOnce, useWrite } from '@/state';
import { Button, Dialog } from '@/ui';
import classes from './Imports.module.css';
import { session } from './session';

/** Asks for the name under which this file's mapping is kept. */
export function SaveMapping(props: {
  opened: boolean;
  plan: imports.ImportPlan;
  onClose: () => void;
}) {
  const { t } = useTranslation('imports');
  return (
    <Dialog opened={props.opened} onClose={props.onClose} title={t('saveMapping')}>
      <NameForm plan={props.plan} onClose={props.onClose} />
    </Dialog>
  );
}

function NameForm({ plan, onClose }: { plan: imports.ImportPlan; onClose: () => void }) {
  const { t } = useTranslation('imports');
  const write = useWrite();
  const before = plan.mappings.find((one) => one.id === plan.mapping)?.name ?? '';
  const [name, setName] = useState(before);
  const [problem, setProblem] = useState('');
  const save = useOnce(async () => {
    try {
      const { id } = await write(
        () => imports.saveMapping(name),
        t('mappingSaved', { name: name.trim() }),
      );
      session.say({ mapping: id });
      onClose();
    } catch (cause) {
      setProblem(toProblem(cause).message);
    }
  });
  return (
    <form
      className={classes['form']}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextInput
        data-autofocus
        label={t('mappingName')}
        description={t('mappingHint')}
        error={problem === '' ? undefined : problem}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <div className={classes['formActions']}>
        <Button look="primary" type="submit">
          {t('save')}
        </Button>
      </div>
    </form>
  );
}
