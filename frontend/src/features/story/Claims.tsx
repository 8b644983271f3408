import { DragDropContext, Draggable, Droppable } from '@hello-pangea/dnd';
import { IconArrowBackUp, IconPlus } from '@tabler/icons-react';
import { type Dispatch, type SetStateAction, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toProblem } from '@/api';
import type { Section, StoryPage } from '@/api/stories';
import { useFocusBack, useOnce } from '@/state';
import { ClaimRows } from './ClaimRows';
import classes from './Claims.module.css';
import type { Hand } from './hand';
import { SectionHead } from './SectionHead';
import panes from './Story.module.css';
import { type Deeds, kinds, useClaims } from './useClaims';

/** Draws the sections with their claims, each edited where it stands, in an order to be dragged. */
export function Claims(props: {
  story: StoryPage;
  hand: Hand;
  onHand: Dispatch<SetStateAction<Hand>>;
}) {
  const { t } = useTranslation('story');
  const { story, hand, onHand } = props;
  const deeds = useClaims(story, onHand, hand);
  const { open, toggle } = useOpen(hand.section);
  const shown = deeds.sections.filter((one) => !one.hidden);
  return (
    <section className={panes['argument']} aria-label={t('sections')}>
      <DragDropContext onDragEnd={deeds.drop}>
        <Droppable droppableId="sections" type={kinds.section} isDropDisabled={story.told}>
          {(list) => (
            <div ref={list.innerRef} {...list.droppableProps}>
              {shown.map((one, index) => (
                <Draggable
                  key={one.key}
                  draggableId={`section-${one.key}`}
                  index={index}
                  isDragDisabled={story.told}
                  // The grip is a button, and a button would never begin a drag.
                  disableInteractiveElementBlocking
                >
                  {(drag, state) => (
                    <div
                      ref={drag.innerRef}
                      {...drag.draggableProps}
                      className={classes['section']}
                      data-section={one.key}
                      data-dragged={state.isDragging}
                    >
                      <SectionHead
                        section={one}
                        told={story.told}
                        open={open.has(one.key)}
                        handle={drag.dragHandleProps}
                        deeds={deeds}
                        onToggle={() => toggle(one.key)}
                      />
                      <ClaimRows {...props} section={one} deeds={deeds} open={open.has(one.key)} />
                    </div>
                  )}
                </Draggable>
              ))}
              {list.placeholder}
            </div>
          )}
        </Droppable>
      </DragDropContext>
      {!story.told && <AddSection deeds={deeds} />}
      <TakenOut sections={deeds.sections} told={story.told} deeds={deeds} />
    </section>
  );
}

/** Remembers which sections are open; what was clicked in the page must be seen here. */
function useOpen(inHand: string) {
  const [open, setOpen] = useState(() => new Set(['answer', 'results']));
  useEffect(() => {
    if (inHand !== '') setOpen((now) => (now.has(inHand) ? now : new Set([...now, inHand])));
  }, [inHand]);
  const toggle = (key: string) => {
    const next = new Set(open);
    if (!next.delete(key)) next.add(key);
    setOpen(next);
  };
  return { open, toggle };
}

function AddSection({ deeds }: { deeds: Deeds }) {
  const { t } = useTranslation('story');
  const [title, setTitle] = useState<string | null>(null);
  const [problem, setProblem] = useState('');
  const button = useRef<HTMLButtonElement>(null);
  // Who leaves the field by a key goes on from where it was asked for.
  useFocusBack(title !== null, button);
  const save = useOnce(async () => {
    setProblem('');
    if (title === null || title.trim() === '') {
      setTitle(null);
      return;
    }
    try {
      await deeds.add(title);
      setTitle(null);
    } catch (cause) {
      setProblem(toProblem(cause).message);
    }
  });
  return (
    <div className={classes['add']}>
      {title === null ? (
        <button ref={button} type="button" onClick={() => setTitle('')}>
          <IconPlus size={13} aria-hidden />
          {t('newSection')}
        </button>
      ) : (
        <input
          // biome-ignore lint/a11y/noAutofocus: it was asked for by the button in its place
          autoFocus
          className={classes['heading']}
          aria-label={t('sectionHeading')}
          placeholder={t('sectionHeading')}
          value={title}
          onChange={(event) => setTitle(event.target.value)}
          onBlur={() => void save()}
          onKeyDown={(event) => {
            if (event.key === 'Enter') void save();
            if (event.key === 'Escape') setTitle(null);
          }}
        />
      )}
      {problem !== '' && <p role="alert">{problem}</p>}
    </div>
  );
}

function TakenOut(props: { sections: readonly Section[]; told: boolean; deeds: Deeds }) {
  const { t } = useTranslation('story');
  const out = props.sections.filter((one) => one.hidden);
  if (out.length === 0) return null;
  return (
    <div className={classes['out']}>
      <h2>{t('takenOut')}</h2>
      <ul>
        {out.map((one) => (
          <li key={one.key}>
            <span>{one.name}</span>
            <small>{t('claims', { count: one.claims.length })}</small>
            {!props.told && (
              <button
                type="button"
                aria-label={t('bringBackNamed', { section: one.name })}
                onClick={() => props.deeds.hide(one.key, false)}
              >
                <IconArrowBackUp size={13} aria-hidden />
                {t('bringBack')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
