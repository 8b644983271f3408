import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { stories } from '@/api';
import type { Finding, StoryPage } from '@/api/stories';

/** Returns what stands in the way of a story's export; it is read anew with every change. */
export function usePreflight(story: StoryPage, locale: string) {
  return useQuery({
    queryKey: ['story', story.id, 'preflight', locale, story.audience],
    queryFn: () => stories.preflight(story.id, locale),
    placeholderData: keepPreviousData,
  });
}

// What a person has agreed to stays agreed to until the window closes, story by story.
const agreed = new Map<string, Set<string>>();

/** Returns the keys of the warnings of a story that the person has agreed to. */
export const agreedTo = (story: string): ReadonlySet<string> => agreed.get(story) ?? new Set();

/** Notes that the person has seen these warnings and exports all the same. */
export function agreeTo(story: string, findings: Finding[]) {
  agreed.set(story, new Set([...agreedTo(story), ...findings.map((one) => one.key)]));
}
