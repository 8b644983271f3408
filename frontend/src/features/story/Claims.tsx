import { IconChevronDown, IconChevronRight, IconPlus } from '@tabler/icons-react';
import { type Dispatch, type SetStateAction, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { stories, toProblem } from '@/api';
import type { Section, StoryPage } from '@/api/stories';
import { useWrite } from '@/state';
import { ClaimRow } from './ClaimRow';
import classes from './Claims.module.css';
import { Editor } from './Editor';
import { type Hand, nobody } from './hand';
import panes from './Story.module.css';

/** Draws the sections with their claims, each edited where it stands. */
export function Claims(props: {
  story: StoryPage;
  hand: Hand;
  onHand: Dispatch<SetStateAction<Hand>>;
}) {
  const { t } = useTranslation('story');
  const { story, hand } = props;
  const [open, setOpen] = useState(() => new Set(['answer', 'results']));
  const { section } = hand;
  useEffect(() => {
    // What was clicked in the page must be seen here.
    if (section !== '') setOpen((now) => (now.has(section) ? now : new Set([...now, section])));
  }, [section]);
  const toggle = (key: string) => {
    const next = new Set(open);
    if (!next.delete(key)) next.add(key);
    setOpen(next);
  };
  return (
    <section className={panes['argument']} aria-label={t('sections')}>
      {story.sections.map((one) => (
        <div key={one.key} className={classes['section']}>
          <h2>
            <button type="button" aria-expanded={open.has(one.key)} onClick={() => toggle(one.key)}>
              {open.has(one.key) ? (
                <IconChevronDown size={14} aria-hidden />
              ) : (
                <IconChevronRight size={14} aria-hidden />
              )}
              <span>{one.title}</span>
              <small>
                {one.claims.length === 0
                  ? t('noClaims')
                  : t('claims', { count: one.claims.length })}
              </small>
            </button>
          </h2>
          {open.has(one.key) && <Rows {...props} section={one} />}
        </div>
      ))}
    </section>
  );
}

function Rows(props: {
  story: StoryPage;
  section: Section;
  hand: Hand;
  onHand: Dispatch<SetStateAction<Hand>>;
}) {
  const { t } = useTranslation('story');
  const write = useWrite();
  const { story, section, hand, onHand } = props;
  // A failed write is shown by the write itself.
  const quietly = (run: Promise<unknown>) => void run.catch(() => undefined);
  const save = async (id: string, text: string): Promise<string> => {
    const input = { story: story.id, id, section: section.key, after: hand.after, text };
    try {
      const written = await write(
        () => stories.writeClaim(input),
        t(id === '' ? 'added' : 'saved'),
      );
      // Who went on to another claim meanwhile stays there.
      onHand((now) =>
        now.id === id && now.section === section.key && now.text !== null
          ? { ...nobody, id: written.id, section: section.key }
          : now,
      );
      return '';
    } catch (cause) {
      return toProblem(cause).message;
    }
  };
  const move = (id: string, by: number) =>
    quietly(write(() => stories.moveClaim(story.id, id, by), t('moved')));
  const remove = (id: string) => {
    onHand(nobody);
    quietly(write(() => stories.deleteClaim(story.id, id), t('deleted')));
  };
  const adding = hand.id === '' && hand.text !== null && hand.section === section.key;
  return (
    <ul>
      {section.claims.map((claim) => (
        <ClaimRow
          key={claim.id}
          claim={claim}
          account={story.account}
          told={story.told}
          hand={hand.id === claim.id ? hand : undefined}
          onHand={(text) => onHand({ ...nobody, id: claim.id, section: section.key, text })}
          onSave={(text) => save(claim.id, text)}
          onMove={(by) => move(claim.id, by)}
          onRemove={() => remove(claim.id)}
        />
      ))}
      {adding && (
        <li className={`${classes['claim']} ${classes['inHand']}`}>
          <Editor
            text=""
            typed={hand.text ?? ''}
            onType={(text) => onHand({ ...hand, text })}
            onSave={(text) => save('', text)}
            onLeave={() => onHand(nobody)}
          />
        </li>
      )}
      {!story.told && !adding && (
        <li className={classes['add']}>
          <button
            type="button"
            aria-label={t('addTo', { section: section.title })}
            onClick={() => onHand({ ...nobody, section: section.key, text: '' })}
          >
            <IconPlus size={13} aria-hidden />
            {t('newClaim')}
          </button>
        </li>
      )}
    </ul>
  );
}
