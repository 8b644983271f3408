import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { stories } from '@/api';

/** The claim in hand: its words as typed so far, or null where it is only chosen. */
export interface Hand {
  /** '' for a claim that is not written yet. */
  id: string;
  section: string;
  /** The claim that a new one is put under; '' for the section's end. */
  after: string;
  text: string | null;
}

/** No claim in hand. */
export const nobody: Hand = { id: '', section: '', after: '', text: null };

const typingPause = 250;

/** Returns the sheets of a story with the words in hand; it follows typing after a pause. */
export function usePreview(story: string, locale: string, hand: Hand) {
  const typed = {
    claim: hand.text === null ? '' : hand.id,
    section: hand.text === null ? '' : hand.section,
    text: hand.text ?? '',
  };
  const [settled] = useDebouncedValue(typed, typingPause);
  return useQuery({
    queryKey: ['story', story, 'preview', locale, settled.claim, settled.section, settled.text],
    queryFn: () => stories.preview({ story, locale, ...settled }),
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
}
