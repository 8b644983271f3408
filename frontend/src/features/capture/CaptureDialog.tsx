import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useMemo, useState } from 'react';
import { capture as api, toProblem } from '@/api';
import { useWrite } from '@/state';
import { Button, DateField, Dialog } from '@/ui';
import { AccountPick } from './AccountPick';
import classes from './Capture.module.css';
import { type Draft, inputOf } from './draft';
import { Preview } from './Preview';
import { useSay } from './say';
import { useDraft } from './useDraft';

interface CaptureProps {
  opened: boolean;
  onClose: () => void;
  /** The account that is open, or ''. */
  account: string;
  recent: readonly { id: string; name: string }[];
  /** Opens the recap mail of a conversation. */
  onRecap: (account: string, touchpoint: string) => void;
}

/**
 * Turns a page of notes into records: typed on the left, shown on the right as what it would
 * become. Nothing is saved before Ctrl Enter; what is typed outlives the window.
 */
export function CaptureDialog(props: CaptureProps) {
  const say = useSay();
  return (
    <Dialog
      opened={props.opened}
      onClose={props.onClose}
      title={say('title')}
      size="min(72rem, 94vw)"
    >
      {props.opened && <Page {...props} />}
    </Dialog>
  );
}

function Page(props: CaptureProps) {
  return <Editor {...props} {...useDraft(props.opened, props.account)} />;
}

function Editor(
  props: CaptureProps & {
    draft: Draft;
    found: boolean;
    change: (to: (now: Draft) => Draft) => void;
    forget: () => void;
  },
) {
  const say = useSay();
  const write = useWrite();
  const { draft, change } = props;
  const [problem, setProblem] = useState('');
  const [saving, setSaving] = useState(false);
  const about = useQuery({
    queryKey: ['capture', 'account', draft.account],
    queryFn: () => api.account(draft.account),
    enabled: draft.account !== '',
  });
  const page = usePreview(draft);
  const records = page.data?.records ?? 0;
  const save = async (recap: boolean) => {
    if (saving || draft.account === '' || draft.text.trim() === '') return;
    setSaving(true);
    try {
      setProblem('');
      const input = inputOf(draft);
      const { id } = await write(() => api.accept(input), say('saved', { count: records }));
      props.forget();
      props.onClose();
      if (recap) props.onRecap(draft.account, id);
    } catch (cause) {
      setProblem(toProblem(cause).message);
    } finally {
      setSaving(false);
    }
  };
  const throwAway = () => {
    props.forget();
    void api.keepDraft('').catch(() => undefined);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || (!event.ctrlKey && !event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    void save(event.shiftKey);
  };
  const error = problem === '' ? (page.error?.message ?? about.error?.message ?? '') : problem;
  const today = about.data?.today ?? new Date().toISOString().slice(0, 10);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Ctrl Enter saves from any of its fields
    <div className={classes['columns']} onKeyDown={onKeyDown}>
      <div className={classes['paper']}>
        <div className={classes['about']}>
          <AccountPick
            account={draft.account}
            recent={props.recent}
            onChange={(account) => change((now) => ({ ...now, account, names: {}, fixes: [] }))}
          />
          <span className={classes['day']}>
            <span aria-hidden>{say('on')}</span>
            <DateField
              aria-label={say('on')}
              today={today}
              value={draft.on === '' ? today : draft.on}
              onChange={(on) => change((now) => ({ ...now, on }))}
            />
          </span>
        </div>
        <textarea
          data-autofocus
          ref={focusOnce}
          aria-label={say('notes')}
          placeholder={say('placeholder')}
          spellCheck={false}
          value={draft.text}
          onChange={(event) => {
            const text = event.currentTarget.value;
            change((now) => ({ ...now, text }));
          }}
        />
        <Signs />
      </div>
      <div className={classes['right']}>
        <Preview draft={draft} about={about.data} page={page.data} change={change} />
        {error !== '' && (
          <p role="alert" className={classes['error']}>
            {error}
          </p>
        )}
        <div className={classes['actions']}>
          <Button
            look="primary"
            aria-disabled={records === 0 || saving}
            onClick={() => void save(false)}
          >
            {say('save', { count: records })}
          </Button>
          <Button aria-disabled={records === 0 || saving} onClick={() => void save(true)}>
            {say('saveAndRecap')}
          </Button>
          {draft.text !== '' && (
            <Button look="quiet" onClick={throwAway}>
              {say('throwAway')}
            </Button>
          )}
          <small>{say(props.found ? 'foundDraft' : 'notSaved')}</small>
        </div>
      </div>
    </div>
  );
}

/** Reads the page as it is typed, a moment after the last key: typing never waits for it. */
function usePreview(draft: Draft) {
  const input = useMemo(() => inputOf(draft), [draft]);
  const [settled] = useDebouncedValue(input, 120);
  return useQuery({
    queryKey: ['capture', 'preview', settled],
    queryFn: () => api.preview(settled),
    enabled: settled.account !== '',
    placeholderData: (before) => before,
    gcTime: 5000,
    retry: false,
  });
}

const signs = ['?', '=', '!', '"', '$', '>', '~', '#', '@'] as const;

/** Lists what a line may begin with. */
function Signs() {
  const say = useSay();
  return (
    <dl className={classes['signs']}>
      {signs.map((sign) => (
        <div key={sign}>
          <dt>{sign}</dt>
          <dd>{say(`sign.${sign}`)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** At once: what is typed right after C must not go to the screen below. */
function focusOnce(element: HTMLElement | null) {
  element?.focus();
}
