import { IconCopy, IconPlus, IconTemplate } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { plan as api, toProblem } from '@/api';
import { useOnce, useWrite } from '@/state';
import { Button, Dialog } from '@/ui';
import { usePlan } from './context';
import { Labelled } from './Labelled';
import { Templates } from './Templates';
import classes from './Templates.module.css';

/** Offers what is done with a whole plan: another one, its successor, a template of it. */
export function PlanActions({ onPlan }: { onPlan: (id: string) => void }) {
  const { page, say } = usePlan();
  const write = useWrite();
  const [open, setOpen] = useState<'none' | 'new' | 'save'>('none');
  const close = () => setOpen('none');
  const duplicate = useOnce(async () => {
    const title = say('duplicate.planTitle', { title: page.plan.title });
    try {
      const made = await write(
        () => api.duplicate({ account: page.account, plan: page.plan.id, title }),
        say('duplicate.done'),
      );
      onPlan(made.id);
    } catch {
      // What fails is shown by the write itself.
    }
  });
  return (
    <div className={classes['actions']}>
      <Button
        size="small"
        data-at="plan-new"
        icon={<IconPlus size={13} stroke={1.8} aria-hidden />}
        onClick={() => setOpen('new')}
      >
        {say('template.new')}
      </Button>
      <Button
        size="small"
        data-at="plan-next"
        icon={<IconCopy size={13} stroke={1.6} aria-hidden />}
        title={say('duplicate.help')}
        onClick={() => void duplicate()}
      >
        {say('duplicate.open')}
      </Button>
      <Button
        size="small"
        data-at="plan-template"
        icon={<IconTemplate size={13} stroke={1.6} aria-hidden />}
        onClick={() => setOpen('save')}
      >
        {say('template.save')}
      </Button>
      <Dialog opened={open === 'new'} onClose={close} size="50rem" title={say('template.new')}>
        <Templates
          plan=""
          onMade={(id) => {
            close();
            onPlan(id);
          }}
        />
      </Dialog>
      <Dialog opened={open === 'save'} onClose={close} title={say('template.save')}>
        <SaveForm onClose={close} />
      </Dialog>
    </div>
  );
}

/** Asks what the template is called, and says what of the plan stays out of it. */
function SaveForm({ onClose }: { onClose: () => void }) {
  const { page, say } = usePlan();
  const write = useWrite();
  const [name, setName] = useState('');
  const [error, setError] = useState('');
  const save = useOnce(async () => {
    try {
      await write(
        () => api.saveTemplate(page.account, page.plan.id, name),
        say('template.saved', { name }),
      );
      onClose();
    } catch (cause) {
      setError(toProblem(cause).message);
    }
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    void save();
  };
  return (
    <div className={classes['save']}>
      <p>{say('template.saveHelp')}</p>
      <Labelled label={say('template.name')} error={error}>
        {(field) => (
          <input
            {...field}
            data-autofocus
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            onKeyDown={onKeyDown}
          />
        )}
      </Labelled>
      <div className={classes['actions']}>
        <Button look="primary" onClick={() => void save()}>
          {say('template.saveDo')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {say('cancel')}
        </Button>
      </div>
    </div>
  );
}
