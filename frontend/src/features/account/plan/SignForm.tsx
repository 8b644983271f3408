import { type KeyboardEvent, useState } from 'react';
import { plan as api, toProblem } from '@/api';
import { useWrite } from '@/state';
import { Button, DateField } from '@/ui';
import { usePlan } from './context';
import { Labelled } from './Labelled';
import classes from './PlanPage.module.css';

const methods = ['meeting', 'mail', 'document'] as const;

/** Takes in who agreed to the plan as it stands, when and how. */
export function SignForm({ onClose }: { onClose: () => void }) {
  const { page, say } = usePlan();
  const write = useWrite();
  const [person, setPerson] = useState('');
  const [on, setOn] = useState(page.today);
  const [method, setMethod] = useState<string>('meeting');
  const [wrong, setWrong] = useState({ field: '', message: '' });
  const save = async () => {
    try {
      await write(
        () => api.sign({ account: page.account, plan: page.plan.id, person, on, method }),
        say('sign.done'),
      );
      onClose();
    } catch (cause) {
      const { field, message } = toProblem(cause);
      setWrong({ field, message });
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || (!event.ctrlKey && !event.metaKey)) return;
    event.preventDefault();
    void save();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Ctrl Enter saves from any of its fields
    <div className={classes['sign']} onKeyDown={onKeyDown}>
      <h3>{say('sign.title')}</h3>
      <Labelled
        label={say('sign.who')}
        error={wrong.field === 'stakeholder_id' ? wrong.message : ''}
      >
        {(field) => (
          <select
            {...field}
            data-autofocus
            value={person}
            onChange={(e) => setPerson(e.currentTarget.value)}
          >
            <option value="">{say('sign.choose')}</option>
            {page.people
              .filter((p) => !p.left)
              .map((p) => (
                <option key={p.id} value={p.id}>
                  {p.name}
                </option>
              ))}
          </select>
        )}
      </Labelled>
      <Labelled label={say('sign.on')} error={wrong.field === 'signed_on' ? wrong.message : ''}>
        {(field) => <DateField {...field} today={page.today} value={on} onChange={setOn} />}
      </Labelled>
      <Labelled label={say('sign.how')}>
        {(field) => (
          <select {...field} value={method} onChange={(e) => setMethod(e.currentTarget.value)}>
            {methods.map((one) => (
              <option key={one} value={one}>
                {say(`sign.${one}`)}
              </option>
            ))}
          </select>
        )}
      </Labelled>
      <Button size="small" look="primary" onClick={() => void save()}>
        {say('sign.save')}
      </Button>
    </div>
  );
}
