import {
  IconArrowDown,
  IconArrowUp,
  IconCheck,
  IconCircleDashed,
  IconClock,
  IconFileText,
  IconTrash,
} from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Claim, ClaimState, Proof } from '@/api/stories';
import { Chip, Dialog } from '@/ui';
import classes from './Claims.module.css';
import dialogs from './Dialogs.module.css';
import { Editor } from './Editor';
import type { Hand } from './hand';
import panes from './Story.module.css';

const icons = {
  proved: IconCheck,
  claimed: IconCircleDashed,
  stale: IconClock,
  unproved: IconCircleDashed,
} as const;

/** Says a claim's state by an icon and a word. */
export function StateWord({ state }: { state: ClaimState }) {
  const { t } = useTranslation('story');
  const Icon = icons[state];
  return (
    <span className={`${classes['state']} ${classes[state]}`}>
      <Icon size={13} stroke={2} aria-hidden />
      {t(`state.${state}`)}
    </span>
  );
}

const tones = { new: 'good', grown: 'outlined', 'old news': 'plain' } as const;

/** Draws a claim with what proves it and what it brings. */
export function ClaimRow(props: {
  claim: Claim;
  account: string;
  told: boolean;
  hand: Hand | undefined;
  /** Takes the claim in hand: to edit it with a text, to choose it with null. */
  onHand: (text: string | null) => void;
  onSave: (text: string) => Promise<string>;
  onMove: (by: number) => void;
  onRemove: () => void;
}) {
  const { t } = useTranslation('story');
  const { claim, hand, told } = props;
  const button = useRef<HTMLButtonElement>(null);
  const editing = hand !== undefined && hand.text !== null && !told;
  const was = useRef(editing);
  useEffect(() => {
    // Who leaves the editor by a key goes on from the claim.
    if (was.current && !editing && document.activeElement === document.body) {
      button.current?.focus();
    }
    was.current = editing;
  }, [editing]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (told) return;
    if (event.altKey && ['ArrowUp', 'ArrowDown'].includes(event.key)) {
      event.preventDefault();
      props.onMove(event.key === 'ArrowUp' ? -1 : 1);
    } else if (event.key === 'Delete') {
      event.preventDefault();
      props.onRemove();
    }
  };
  const mark = claim.mark;
  return (
    <li className={`${classes['claim']} ${hand === undefined ? '' : classes['inHand']}`}>
      {editing ? (
        <Editor
          text={claim.text}
          typed={hand.text ?? ''}
          onType={props.onHand}
          onSave={props.onSave}
          onLeave={() => props.onHand(null)}
          onMove={props.onMove}
        />
      ) : (
        <button
          ref={button}
          type="button"
          className={classes['text']}
          aria-label={t('edit', { text: claim.text })}
          onClick={() => props.onHand(told ? null : claim.text)}
          onKeyDown={onKeyDown}
        >
          {claim.text}
        </button>
      )}
      <div className={classes['line']}>
        <StateWord state={claim.state} />
        <Proofs proof={claim.proof} account={props.account} />
        <span className={panes['space']} />
        {!told && (
          <span className={classes['tools']}>
            <Tool label={t('up')} onClick={() => props.onMove(-1)} icon={IconArrowUp} />
            <Tool label={t('down')} onClick={() => props.onMove(1)} icon={IconArrowDown} />
            <Tool label={t('remove')} onClick={props.onRemove} icon={IconTrash} />
          </span>
        )}
        {mark !== '' && (
          <Chip tone={tones[mark]}>{t(mark === 'old news' ? 'mark.old' : `mark.${mark}`)}</Chip>
        )}
      </div>
    </li>
  );
}

function Tool(props: { label: string; onClick: () => void; icon: typeof IconTrash }) {
  const Icon = props.icon;
  return (
    <button
      type="button"
      aria-label={props.label}
      title={props.label}
      // The editor must not lose the focus, and save, before the click is heard.
      onMouseDown={(event) => event.preventDefault()}
      onClick={props.onClick}
    >
      <Icon size={13} stroke={1.8} aria-hidden />
    </button>
  );
}

function Proofs({ proof, account }: { proof: Proof[]; account: string }) {
  const { t } = useTranslation('story');
  const [opened, setOpened] = useState(false);
  const [first] = proof;
  if (first === undefined) return null;
  const title = first.title === '' ? t('gone') : first.title;
  const rest = proof.length - 1;
  return (
    <>
      <button type="button" className={classes['proof']} onClick={() => setOpened(true)}>
        <IconFileText size={12} stroke={1.8} aria-hidden />
        <span>{`${first.name}: ${title}`}</span>
        {rest > 0 && (
          <b>
            <span aria-hidden>{t('more', { count: rest })}</span>
            <span className={panes['unseen']}>{t('moreProofs', { count: rest })}</span>
          </b>
        )}
      </button>
      <Dialog opened={opened} onClose={() => setOpened(false)} title={t('proof')}>
        <ul className={dialogs['proofs']}>
          {proof.map((one) => (
            <li key={one.kind + one.id}>
              <small>{one.name}</small>
              <span>{one.title === '' ? t('gone') : one.title}</span>
              <StateWord state={one.state} />
            </li>
          ))}
        </ul>
        <a className={panes['link']} href={`#/accounts/${account}/value`}>
          {t('openAccount')}
        </a>
      </Dialog>
    </>
  );
}
