import { type KeyboardEvent, useState } from 'react';
import { evidence as api } from '@/api';
import type { EvidenceKind } from '@/api/evidence';
import { useOnce, useWrite } from '@/state';
import { Button, DateField, Segmented } from '@/ui';
import { useSay } from './context';
import classes from './Evidence.module.css';
import type { EvidenceProps } from './EvidenceList';
import { Labelled } from './Labelled';
import { ProofFields, proofOf, useProof } from './proof';

const kinds: readonly EvidenceKind[] = ['file', 'link', 'quote', 'note'];

/** Takes in one piece of evidence. Ctrl Enter attaches it, Esc leaves. */
export function EvidenceForm(
  props: EvidenceProps & { dropped: File | undefined; onClose: () => void },
) {
  const say = useSay();
  const write = useWrite();
  const tools = useProof('file', props.dropped);
  const { draft, change, errorOf } = tools;
  const kind = tools.kind === '' ? 'file' : tools.kind;
  const [on, setOn] = useState(props.today);
  const [person, setPerson] = useState('');
  const [subject, setSubject] = useState(props.id);
  const save = useOnce(() =>
    tools.attempt(async () => {
      const input = {
        ...proofOf(kind, draft),
        account: props.account,
        subject_kind: (props.also ?? []).find((one) => one.id === subject)?.kind ?? props.kind,
        subject_id: subject,
        on,
        stakeholder_id: person,
      };
      await write(() => api.add(input), say('evidence.saved'));
      props.onClose();
    }),
  );
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      props.onClose();
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      event.stopPropagation();
      void save();
    }
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a grid everywhere
    <div
      role="group"
      aria-label={say('evidence.title')}
      className={classes['form']}
      onKeyDown={onKeyDown}
    >
      <Segmented
        label={say('evidence.kind')}
        value={kind}
        onChange={tools.setKind}
        options={kinds.map((value) => ({ value, label: say(`evidence.kinds.${value}`) }))}
      />
      <ProofFields tools={tools} className={classes['wide']} />
      {props.also !== undefined && props.also.length > 0 && (
        <Labelled label={say('evidence.backs')} className={classes['wide']}>
          {(field) => (
            <select
              {...field}
              value={subject}
              onChange={(event) => setSubject(event.currentTarget.value)}
            >
              {[props, ...(props.also ?? [])].map((one) => (
                <option key={one.id} value={one.id}>
                  {one.of}
                </option>
              ))}
            </select>
          )}
        </Labelled>
      )}
      <Labelled label={say('evidence.name')} error={errorOf('title')}>
        {(field) => (
          <input
            {...field}
            value={draft.title}
            onChange={(e) => change({ title: e.currentTarget.value })}
          />
        )}
      </Labelled>
      <Labelled label={say('evidence.person')} error={errorOf('stakeholder_id')}>
        {(field) => (
          <select {...field} value={person} onChange={(e) => setPerson(e.currentTarget.value)}>
            <option value="">{say('evidence.nobody')}</option>
            {props.people.map((p) => (
              <option key={p.id} value={p.id}>
                {p.name}
              </option>
            ))}
          </select>
        )}
      </Labelled>
      <Labelled label={say('evidence.on')} error={errorOf('on')}>
        {(field) => <DateField {...field} today={props.today} value={on} onChange={setOn} />}
      </Labelled>
      {kind === 'note' && <p className={classes['wide']}>{say('evidence.noteHelp')}</p>}
      <div className={classes['actions']}>
        <Button size="small" look="primary" onClick={() => void save()}>
          {say('evidence.save')}
        </Button>
        <Button size="small" look="quiet" onClick={props.onClose}>
          {say('cancel')}
        </Button>
      </div>
    </div>
  );
}
