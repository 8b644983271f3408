import type { DraggableProvided } from '@hello-pangea/dnd';
import {
  IconArrowDown,
  IconArrowUp,
  IconFileText,
  IconGripVertical,
  IconTrash,
} from '@tabler/icons-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Claim, Paragraph, StoryPage } from '@/api/stories';
import { useFocusBack } from '@/state';
import { Chip } from '@/ui';
import classes from './Claims.module.css';
import { Editor } from './Editor';
import type { Hand } from './hand';
import { ProofDialog } from './ProofDialog';
import { StateWord } from './StateWord';
import panes from './Story.module.css';
import { Words } from './Words';

const tones = { new: 'good', grown: 'outlined', 'old news': 'plain' } as const;

/** Draws a claim with what proves it and what it brings. */
export function ClaimRow(props: {
  drag: DraggableProvided;
  dragged: boolean;
  story: StoryPage;
  claim: Claim;
  hand: Hand | undefined;
  /** Takes the claim in hand: to edit it with words, to choose it with null. */
  onHand: (words: Paragraph[] | null) => void;
  onSave: (words: Paragraph[]) => Promise<string>;
  onMove: (by: number) => void;
  onRemove: () => void;
}) {
  const { t } = useTranslation('story');
  const { claim, drag, hand } = props;
  const { told } = props.story;
  const button = useRef<HTMLButtonElement>(null);
  const editing = hand !== undefined && hand.words !== null && !told;
  // Who leaves the editor by a key goes on from the claim.
  useFocusBack(editing, button);
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
  const { mark } = claim;
  return (
    <li
      ref={drag.innerRef}
      {...drag.draggableProps}
      data-dragged={props.dragged}
      className={`${classes['claim']} ${hand === undefined ? '' : classes['inHand']}`}
    >
      {!told && (
        <button
          type="button"
          {...drag.dragHandleProps}
          className={classes['grip']}
          aria-label={t('drag', { text: claim.text })}
          tabIndex={-1}
        >
          <IconGripVertical size={14} aria-hidden />
        </button>
      )}
      {editing ? (
        <Editor
          words={claim.words}
          typed={hand.words ?? []}
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
          onClick={() => props.onHand(told ? null : claim.words)}
          onKeyDown={onKeyDown}
        >
          <Words words={claim.words} />
        </button>
      )}
      <div className={classes['line']}>
        <StateWord state={claim.state} />
        <Proofs claim={claim} story={props.story} />
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

function Proofs({ claim, story }: { claim: Claim; story: StoryPage }) {
  const { t } = useTranslation('story');
  const [opened, setOpened] = useState(false);
  const [first] = claim.proof;
  if (first === undefined && story.told) return null;
  const rest = claim.proof.length - 1;
  return (
    <>
      <button
        type="button"
        className={classes['proof']}
        aria-haspopup="dialog"
        onClick={() => setOpened(true)}
      >
        <IconFileText size={12} stroke={1.8} aria-hidden />
        <span>
          {first === undefined
            ? t('addProof')
            : `${first.name}: ${first.title === '' ? t('gone') : first.title}`}
        </span>
        {rest > 0 && (
          <b>
            <span aria-hidden>{t('more', { count: rest })}</span>
            <span className={panes['unseen']}>{t('moreProofs', { count: rest })}</span>
          </b>
        )}
      </button>
      <ProofDialog opened={opened} onClose={() => setOpened(false)} claim={claim} story={story} />
    </>
  );
}
