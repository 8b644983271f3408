import type { DropResult } from '@hello-pangea/dnd';
import { type Dispatch, type SetStateAction, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { stories, toProblem } from '@/api';
import type { Paragraph, Section, StoryPage } from '@/api/stories';
import { useWrite } from '@/state';
import { type Hand, nobody } from './hand';
import { placeBeside, withClaimAt, withSectionAt } from './order';

/** What a drop moves. */
export const kinds = { section: 'section', claim: 'claim' } as const;

/** Returns a story's sections as they stand and all that is done to them. */
export function useClaims(story: StoryPage, onHand: Dispatch<SetStateAction<Hand>>, hand: Hand) {
  const { t } = useTranslation('story');
  const write = useWrite();
  // The order that was asked for, until the page that has it is read.
  const [asked, setAsked] = useState<Section[] | null>(null);
  const sections = asked ?? story.sections;

  const order = async (
    next: Section[] | null,
    run: () => Promise<stories.Written>,
    done: string,
  ) => {
    setAsked(next);
    try {
      await write(run, done);
    } catch {
      // What failed is shown by the write itself: all goes back to its place.
    } finally {
      setAsked(null);
    }
  };
  const quietly = (run: Promise<unknown>) => void run.catch(() => undefined);

  return {
    sections,
    save: async (section: string, id: string, words: Paragraph[]): Promise<string> => {
      const input = { story: story.id, id, section, after: hand.after, words };
      try {
        const done = t(id === '' ? 'added' : 'saved');
        const written = await write(() => stories.writeClaim(input), done);
        // Who went on to another claim meanwhile stays there.
        onHand((now) =>
          now.id === id && now.section === section && now.words !== null
            ? { ...nobody, id: written.id, section }
            : now,
        );
        return '';
      } catch (cause) {
        return toProblem(cause).message;
      }
    },
    remove: (id: string) => {
      onHand(nobody);
      quietly(write(() => stories.deleteClaim(story.id, id), t('deleted')));
    },
    step: (id: string, by: number) =>
      quietly(write(() => stories.moveClaim(story.id, id, by), t('moved'))),
    stepSection: (key: string, by: number) => {
      const place = placeBeside(sections, key, by);
      if (place === undefined) return;
      void order(
        withSectionAt(sections, key, place),
        () => stories.placeSection(story.id, key, place),
        t('sectionMoved'),
      );
    },
    drop: ({ type, draggableId, source, destination }: DropResult) => {
      if (destination === null) return;
      const { droppableId, index } = destination;
      if (droppableId === source.droppableId && index === source.index) return;
      if (type === kinds.section) {
        const shown = sections.filter((one) => !one.hidden);
        const key = draggableId.replace(/^section-/, '');
        const place = sections.indexOf(shown[index] as Section);
        void order(
          withSectionAt(sections, key, place),
          () => stories.placeSection(story.id, key, place),
          t('sectionMoved'),
        );
        return;
      }
      void order(
        withClaimAt(sections, draggableId, droppableId, index),
        () => stories.placeClaim(story.id, draggableId, droppableId, index),
        t('moved'),
      );
    },
    rename: (key: string, title: string) =>
      write(() => stories.renameSection(story.id, key, title), t('sectionNamed')),
    hide: (key: string, hidden: boolean) =>
      quietly(
        write(
          () => stories.hideSection(story.id, key, hidden),
          t(hidden ? 'sectionOut' : 'sectionBack'),
        ),
      ),
    add: (title: string) => write(() => stories.addSection(story.id, title, ''), t('sectionAdded')),
  };
}

/** What useClaims returns. */
export type Deeds = ReturnType<typeof useClaims>;
