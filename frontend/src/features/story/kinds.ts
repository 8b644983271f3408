import { onePages, stories } from '@/api';
import type { OnePageInput } from '@/api/onePages';
import type { Format, StoryPage } from '@/api/stories';

type Page = Pick<OnePageInput, 'kind' | 'anonymous' | 'inside'>;

/** What a story can be told as, in the order of the menu; a deck has no page. */
export const kinds: readonly { name: KindName; page?: Page }[] = [
  { name: 'asDeck' },
  { name: 'asRenewalPage', page: { kind: 'renewal-page', anonymous: false, inside: false } },
  { name: 'asSuccess', page: { kind: 'success-story', anonymous: false, inside: false } },
  { name: 'asAnonymous', page: { kind: 'success-story', anonymous: true, inside: false } },
  { name: 'asInside', page: { kind: 'success-story', anonymous: false, inside: true } },
];

export type KindName = 'asDeck' | 'asRenewalPage' | 'asSuccess' | 'asAnonymous' | 'asInside';

const pageOf = (name: KindName) => kinds.find((one) => one.name === name)?.page;

/** Reports whether a kind can be written in a format: what is one page is no presentation. */
export const canBe = (name: KindName, format: Format) => format !== 'pptx' || !pageOf(name);

/** Returns what the pre-flight finds in a story told as a kind. */
export function findingsOf(story: StoryPage, name: KindName, locale: string) {
  const page = pageOf(name);
  if (!page) return stories.preflight(story.id, locale);
  return onePages.check({ ...page, story: story.id, format: '', path: '', locale, agreed: [] });
}

/** Writes a story as a kind. */
export function writeAs(
  story: StoryPage,
  name: KindName,
  file: { format: Format; path: string; locale: string; agreed: string[] },
) {
  const page = pageOf(name);
  if (!page) return stories.exportTo(story.id, file.format, file.path, file.locale, file.agreed);
  return onePages.exportTo({ ...page, story: story.id, ...file });
}

/** Returns what the file may be called: without the client, where the story does not name it. */
export function fileName(story: StoryPage, name: KindName, format: Format, called: string) {
  const base = story.file_name.replace(/\.pptx$/, '');
  if (name === 'asDeck') return `${base}.${format}`;
  if (name === 'asAnonymous') return `${called} ${story.today}.${format}`;
  return `${base}, ${called}.${format}`;
}
