import { Draggable, Droppable } from '@hello-pangea/dnd';
import { IconPlus } from '@tabler/icons-react';
import { type Dispatch, type SetStateAction, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Section, StoryPage } from '@/api/stories';
import { useFocusBack } from '@/state';
import { ClaimRow } from './ClaimRow';
import classes from './Claims.module.css';
import { Editor } from './Editor';
import { type Hand, nobody } from './hand';
import { type Deeds, kinds } from './useClaims';

/** Draws a section's claims; a section that is closed still takes one that is dropped on it. */
export function ClaimRows(props: {
  story: StoryPage;
  section: Section;
  deeds: Deeds;
  open: boolean;
  hand: Hand;
  onHand: Dispatch<SetStateAction<Hand>>;
}) {
  const { t } = useTranslation('story');
  const { story, section, deeds, hand, onHand } = props;
  const adding = hand.id === '' && hand.words !== null && hand.section === section.key;
  const claims = props.open ? section.claims : [];
  const add = useRef<HTMLButtonElement>(null);
  // Who leaves a new claim by a key goes on from where it was asked for.
  useFocusBack(adding, add);
  return (
    <Droppable droppableId={section.key} type={kinds.claim} isDropDisabled={story.told}>
      {(list, over) => (
        <ul
          ref={list.innerRef}
          {...list.droppableProps}
          className={classes['rows']}
          data-over={over.isDraggingOver}
        >
          {claims.map((claim, index) => (
            <Draggable
              key={claim.id}
              draggableId={claim.id}
              index={index}
              isDragDisabled={story.told}
              // The grip is a button, and a button would never begin a drag.
              disableInteractiveElementBlocking
            >
              {(drag, state) => (
                <ClaimRow
                  drag={drag}
                  dragged={state.isDragging}
                  story={story}
                  claim={claim}
                  hand={hand.id === claim.id ? hand : undefined}
                  onHand={(words) =>
                    onHand({ ...nobody, id: claim.id, section: section.key, words })
                  }
                  onSave={(words) => deeds.save(section.key, claim.id, words)}
                  onMove={(by) => deeds.step(claim.id, by)}
                  onRemove={() => deeds.remove(claim.id)}
                />
              )}
            </Draggable>
          ))}
          {list.placeholder}
          {props.open && adding && (
            <li className={`${classes['claim']} ${classes['inHand']}`}>
              <Editor
                words={[]}
                typed={hand.words ?? []}
                onType={(words) => onHand({ ...hand, words })}
                onSave={(words) => deeds.save(section.key, '', words)}
                onLeave={() => onHand(nobody)}
              />
            </li>
          )}
          {props.open && !story.told && !adding && (
            <li className={classes['add']}>
              <button
                ref={add}
                type="button"
                aria-label={t('addTo', { section: section.name })}
                onClick={() => onHand({ ...nobody, section: section.key, words: [] })}
              >
                <IconPlus size={13} aria-hidden />
                {t('newClaim')}
              </button>
            </li>
          )}
        </ul>
      )}
    </Droppable>
  );
}
