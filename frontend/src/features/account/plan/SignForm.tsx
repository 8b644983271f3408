import { type KeyboardEvent, useState } from 'react';
import { plan as api } from '@/api';
import type { EvidenceKind } from '@/api/evidence';
import { useOnce, useWrite } from '@/state';
import { Button, DateField } from '@/ui';
import { usePlan } from './context';
import { Labelled } from './Labelled';
import classes from './PlanPage.module.css';
import { ProofFields, proofOf, useProof } from './proof';

const methods = ['meeting', 'mail', 'document'] as const;
const kinds: readonly EvidenceKind[] = ['file', 'link', 'quote', 'note'];

/** Takes in who agreed to the plan as it stands, when and how, and what shows it. */
export function SignForm({ onClose }: { onClose: () => void }) {
  const { page, say } = usePlan();
  const write = useWrite();
  const tools = useProof('');
  const [person, setPerson] = useState('');
  const [on, setOn] = useState(page.today);
  const [method, setMethod] = useState<string>('meeting');
  const { kind, draft, errorOf } = tools;
  const save = useOnce(() =>
    tools.attempt(async () => {
      const proof = kind === '' ? null : { ...proofOf(kind, draft), on, stakeholder_id: person };
      await write(
        () => api.sign({ account: page.account, plan: page.plan.id, person, on, method, proof }),
        say('sign.done'),
      );
      onClose();
    }),
  );
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || (!event.ctrlKey && !event.metaKey)) return;
    event.preventDefault();
    void save();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Ctrl Enter saves from any of its fields
    <div className={classes['sign']} onKeyDown={onKeyDown}>
      <h3>{say('sign.title')}</h3>
      <Labelled label={say('sign.who')} error={errorOf('stakeholder_id')}>
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
      <Labelled label={say('sign.on')} error={errorOf('signed_on')}>
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
      <Labelled label={say('sign.proof')}>
        {(field) => (
          <select
            {...field}
            value={kind}
            onChange={(e) => tools.setKind(e.currentTarget.value as EvidenceKind | '')}
          >
            <option value="">{say('sign.noProof')}</option>
            {kinds.map((one) => (
              <option key={one} value={one}>
                {say(`evidence.kinds.${one}`)}
              </option>
            ))}
          </select>
        )}
      </Labelled>
      <ProofFields tools={tools} />
      <Button size="small" look="primary" onClick={() => void save()}>
        {say('sign.save')}
      </Button>
    </div>
  );
}
