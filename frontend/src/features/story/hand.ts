import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { stories } from '@/api';
import type { Paragraph } from '@/api/stories';

/** The claim in hand: its words as typed so far, or null where it is only chosen. */
export interface Hand {
  /** '' for a claim that is not written yet. */
  id: string;
  section: string;
  /** The claim that a new one is put under; '' for the section's end. */
  after: string;
  words: Paragraph[] | null;
}

/** No claim in hand. */
export const nobody: Hand = { id: '', section: '', after: '', words: null };

const typingPause = 120;

/** Returns the sheets of a story with the words in hand; it follows typing after a pause. */
export function usePreview(story: string, locale: string, hand: Hand) {
  // Debouncing goes by identity: what is typed must be one object as long as it is the same.
  const typed = useMemo(
    () =>
      hand.words === null
        ? { claim: '', section: '', words: [] }
        : { claim: hand.id, section: hand.section, words: hand.words },
    [hand],
  );
  const [settled] = useDebouncedValue(typed, typingPause);
  return useQuery({
    queryKey: ['story', story, 'preview', locale, settled],
    queryFn: () => stories.preview({ story, locale, ...settled }),
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
}
