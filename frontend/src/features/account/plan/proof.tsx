import { type RefObject, useEffect, useRef, useState } from 'react';
import { dialogs, toProblem, transport } from '@/api';
import type { EvidenceInput, EvidenceKind } from '@/api/evidence';
import { fileName } from '@/lib/names';
import { Button } from '@/ui';
import { useSay } from './context';
import { Labelled } from './Labelled';

const mostBytes = 25 * 1024 * 1024;

/** What shows something, as it is typed. */
export interface ProofDraft {
  title: string;
  body: string;
  url: string;
  path: string;
  file: string;
}

const blank: ProofDraft = { title: '', body: '', url: '', path: '', file: '' };

/** The state of what is typed to show something, and how it is changed. */
export interface ProofTools {
  kind: EvidenceKind | '';
  setKind: (kind: EvidenceKind | '') => void;
  draft: ProofDraft;
  change: (part: Partial<ProofDraft>) => void;
  /** Takes a file in: chosen, or dropped. */
  take: (file: File | undefined) => void;
  choose: () => void;
  chooser: RefObject<HTMLInputElement | null>;
  /** Runs a write and puts what it refuses at its field. */
  attempt: (run: () => Promise<void>) => Promise<void>;
  wrong: { field: string; message: string };
  errorOf: (field: string) => string;
}

/** Holds what shows something while it is typed; a file dropped on the window is taken too. */
export function useProof(first: EvidenceKind | '', dropped?: File): ProofTools {
  const say = useSay();
  const chooser = useRef<HTMLInputElement>(null);
  const [kind, setKind] = useState<EvidenceKind | ''>(first);
  const [draft, setDraft] = useState<ProofDraft>(blank);
  const [wrong, setWrong] = useState({ field: '', message: '' });
  const change = (part: Partial<ProofDraft>) => setDraft((now) => ({ ...now, ...part }));
  const attempt = async (run: () => Promise<void>) => {
    try {
      setWrong({ field: '', message: '' });
      await run();
    } catch (cause) {
      const { field, message } = toProblem(cause);
      setWrong({ field, message });
    }
  };
  const takePath = (path: string | undefined) => {
    if (path === undefined || path === '') return;
    setKind('file');
    change({ path, file: fileName(path) });
  };
  const take = (file: File | undefined) => {
    if (file === undefined) return;
    setKind('file');
    if (file.size > mostBytes) setWrong({ field: 'path', message: say('evidence.tooLarge') });
    else void attempt(async () => change({ path: await transport.upload(file), file: file.name }));
  };
  const choose = () => {
    if (!dialogs.inWindow()) chooser.current?.click();
    else
      void attempt(async () => takePath(await dialogs.openFile(say('evidence.choose'), ['*.*'])));
  };
  const latest = useRef({ take, takePath });
  latest.current = { take, takePath };
  // The window's own web view hides the paths of dropped files from the page's events.
  useEffect(() => transport.onFileDrop(([path]) => latest.current.takePath(path)), []);
  useEffect(() => latest.current.take(dropped), [dropped]);
  return {
    kind,
    setKind,
    draft,
    change,
    take,
    choose,
    chooser,
    attempt,
    wrong,
    errorOf: (field) => (wrong.field === field ? wrong.message : ''),
  };
}

/** Returns what is written of a draft: only what its kind has. */
export function proofOf(kind: EvidenceKind, draft: ProofDraft): EvidenceInput {
  return {
    account: '',
    subject_kind: '',
    subject_id: '',
    kind,
    title: draft.title === '' && kind === 'file' ? draft.file : draft.title,
    body: kind === 'quote' || kind === 'note' ? draft.body : '',
    url: kind === 'link' ? draft.url : '',
    path: kind === 'file' ? draft.path : '',
    on: '',
    stakeholder_id: '',
    internal: false,
  };
}

/** Draws what one kind of evidence needs: a file, an address or words. */
export function ProofFields(props: { tools: ProofTools; className?: string | undefined }) {
  const say = useSay();
  const { tools, className } = props;
  const { kind, draft, change, errorOf } = tools;
  if (kind === '') return null;
  if (kind === 'file') {
    return (
      <>
        <Labelled label={say('evidence.choose')} error={errorOf('path')} className={className}>
          {(field) => (
            <Button
              id={field.id}
              aria-describedby={field['aria-describedby']}
              size="small"
              onClick={tools.choose}
            >
              {draft.file === ''
                ? say('evidence.choose')
                : say('evidence.chosen', { name: draft.file })}
            </Button>
          )}
        </Labelled>
        <input
          ref={tools.chooser}
          type="file"
          hidden
          aria-label={say('evidence.choose')}
          onChange={(event) => tools.take(event.currentTarget.files?.[0])}
        />
      </>
    );
  }
  if (kind === 'link') {
    return (
      <Labelled label={say('evidence.url')} error={errorOf('url')} className={className}>
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
    <Labelled label={say('evidence.body')} error={errorOf('body')} className={className}>
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
