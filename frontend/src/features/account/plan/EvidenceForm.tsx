import { type KeyboardEvent, useRef, useState } from 'react';
import { evidence as api, dialogs, toProblem, transport } from '@/api';
import type { EvidenceInput, EvidenceKind } from '@/api/evidence';
import { fileName } from '@/lib/names';
import { useWrite } from '@/state';
import { Button, DateField, Segmented } from '@/ui';
import { useSay } from './context';
import classes from './Evidence.module.css';
import type { EvidenceProps } from './EvidenceList';
import { Labelled } from './Labelled';

const kinds: readonly EvidenceKind[] = ['file', 'link', 'quote', 'note'];
const mostBytes = 25 * 1024 * 1024;

/** A piece of evidence as it is typed. */
interface Draft {
  title: string;
  body: string;
  url: string;
  path: string;
  file: string;
  on: string;
  person: string;
  subject: string;
}

/** Takes in one piece of evidence. Ctrl Enter attaches it, Esc leaves. */
export function EvidenceForm(props: EvidenceProps & { onClose: () => void }) {
  const say = useSay();
  const write = useWrite();
  const chooser = useRef<HTMLInputElement>(null);
  const [kind, setKind] = useState<EvidenceKind>('file');
  const [draft, setDraft] = useState<Draft>({
    title: '',
    body: '',
    url: '',
    path: '',
    file: '',
    on: props.today,
    person: '',
    subject: props.id,
  });
  const [wrong, setWrong] = useState<{ field: string; message: string } | null>(null);
  const change = (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part }));
  const attempt = async (run: () => Promise<void>) => {
    try {
      setWrong(null);
      await run();
    } catch (cause) {
      const { field, message } = toProblem(cause);
      setWrong({ field, message });
    }
  };
  const take = (file: File | undefined) => {
    if (file === undefined) return;
    if (file.size > mostBytes) setWrong({ field: 'path', message: say('evidence.tooLarge') });
    else void attempt(async () => change({ path: await transport.upload(file), file: file.name }));
  };
  const choose = () => {
    if (!dialogs.inWindow()) chooser.current?.click();
    else
      void attempt(async () => {
        const path = await dialogs.openFile(say('evidence.choose'), ['*.*']);
        if (path !== '') change({ path, file: fileName(path) });
      });
  };
  const save = () =>
    void attempt(async () => {
      await write(() => api.add(inputOf(props, kind, draft)), say('evidence.saved'));
      props.onClose();
    });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      props.onClose();
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      event.stopPropagation();
      save();
    }
  };
  const errorOf = (field: string) => (wrong?.field === field ? wrong.message : '');
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
        onChange={(next) => setKind(next)}
        options={kinds.map((value) => ({ value, label: say(`evidence.kinds.${value}`) }))}
      />
      <KindFields kind={kind} draft={draft} change={change} errorOf={errorOf} onChoose={choose} />
      <input
        ref={chooser}
        type="file"
        hidden
        aria-label={say('evidence.choose')}
        onChange={(event) => take(event.currentTarget.files?.[0])}
      />
      {props.also !== undefined && props.also.length > 0 && (
        <Labelled label={say('evidence.backs')} className={classes['wide']}>
          {(field) => (
            <select
              {...field}
              value={draft.subject}
              onChange={(event) => change({ subject: event.currentTarget.value })}
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
          <select
            {...field}
            value={draft.person}
            onChange={(e) => change({ person: e.currentTarget.value })}
          >
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
        {(field) => (
          <DateField
            {...field}
            today={props.today}
            value={draft.on}
            onChange={(on) => change({ on })}
          />
        )}
      </Labelled>
      {kind === 'note' && <p className={classes['wide']}>{say('evidence.noteHelp')}</p>}
      <div className={classes['actions']}>
        <Button size="small" look="primary" onClick={save}>
          {say('evidence.save')}
        </Button>
        <Button size="small" look="quiet" onClick={props.onClose}>
          {say('cancel')}
        </Button>
      </div>
    </div>
  );
}

/** Returns what is written: of the draft only what its kind has. */
function inputOf(props: EvidenceProps, kind: EvidenceKind, draft: Draft): EvidenceInput {
  return {
    account: props.account,
    subject_kind: (props.also ?? []).find((one) => one.id === draft.subject)?.kind ?? props.kind,
    subject_id: draft.subject,
    kind,
    title: draft.title === '' && kind === 'file' ? draft.file : draft.title,
    body: kind === 'quote' || kind === 'note' ? draft.body : '',
    url: kind === 'link' ? draft.url : '',
    path: kind === 'file' ? draft.path : '',
    on: draft.on,
    stakeholder_id: draft.person,
    internal: false,
  };
}

/** Draws what one kind of evidence needs: a file, an address or words. */
function KindFields(props: {
  kind: EvidenceKind;
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  errorOf: (field: string) => string;
  onChoose: () => void;
}) {
  const say = useSay();
  const { kind, draft, change, errorOf } = props;
  if (kind === 'file') {
    return (
      <Labelled label={say('evidence.choose')} error={errorOf('path')} className={classes['wide']}>
        {(field) => (
          <Button
            id={field.id}
            aria-describedby={field['aria-describedby']}
            size="small"
            onClick={props.onChoose}
          >
            {draft.file === ''
              ? say('evidence.choose')
              : say('evidence.chosen', { name: draft.file })}
          </Button>
        )}
      </Labelled>
    );
  }
  if (kind === 'link') {
    return (
      <Labelled label={say('evidence.url')} error={errorOf('url')} className={classes['wide']}>
        {(field) => (
          <input
            {...field}
            type="url"
            value={draft.url}
            placeholder="https://"
            onChange={(event) => change({ url: event.currentTarget.value })}
          />
        )}
      </Labelled>
    );
  }
  return (
    <Labelled label={say('evidence.body')} error={errorOf('body')} className={classes['wide']}>
      {(field) => (
        <textarea
          {...field}
          rows={2}
          value={draft.body}
          placeholder={say('evidence.bodyOf')}
          onChange={(event) => change({ body: event.currentTarget.value })}
        />
      )}
    </Labelled>
  );
}
