import { IconCheck, IconMail, IconPaperclip, IconPencil, IconTrash } from '@tabler/icons-react';
import type { Talk } from '@/api/talks';
import { useSay } from './say';
import classes from './TalkRow.module.css';

/** Draws what can be done with a row; only those of the row in hand are stops of Tab. */
export function TalkTools(props: {
  talk: Talk;
  inHand: boolean;
  canAnswer: boolean;
  open: string;
  onOpen: (what: 'edit' | 'evidence' | 'recap') => void;
  onAnswered: () => void;
  onRemove: () => void;
}) {
  const say = useSay();
  const { talk } = props;
  const look = { size: 14, stroke: 1.7, 'aria-hidden': true } as const;
  const stop = { tabIndex: props.inHand ? 0 : -1, type: 'button' as const };
  const isTouch = talk.kind === 'touchpoint';
  return (
    <div className={classes['tools']}>
      {props.canAnswer && talk.replied_on === '' && (
        <button
          {...stop}
          title={say('do.answered')}
          aria-label={say('do.answered')}
          onClick={props.onAnswered}
        >
          <IconCheck {...look} />
        </button>
      )}
      {isTouch && !talk.internal && (
        <button
          {...stop}
          title={say('do.recap')}
          aria-label={say('do.recap')}
          onClick={() => props.onOpen('recap')}
        >
          <IconMail {...look} />
        </button>
      )}
      {isTouch && (
        <button
          {...stop}
          title={say('do.evidence', { count: talk.evidence })}
          aria-label={say('do.evidence', { count: talk.evidence })}
          aria-expanded={props.open === 'evidence'}
          data-some={talk.evidence > 0}
          onClick={() => props.onOpen('evidence')}
        >
          <IconPaperclip {...look} />
          {talk.evidence > 0 && <span>{talk.evidence}</span>}
        </button>
      )}
      <button
        {...stop}
        title={say('do.edit')}
        aria-label={say('do.edit')}
        onClick={() => props.onOpen('edit')}
      >
        <IconPencil {...look} />
      </button>
      <button
        {...stop}
        title={say('do.delete')}
        aria-label={say('do.delete')}
        onClick={props.onRemove}
      >
        <IconTrash {...look} />
      </button>
    </div>
  );
}
