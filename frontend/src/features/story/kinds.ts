import { onePages, stories, templates } from '@/api';
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

/** A kind, or the deck in the company's own template. */
export type WrittenAs = KindName | 'asOwn';

const pageOf = (name: WrittenAs) => kinds.find((one) => one.name === name)?.page;

/** Reports whether a kind can be written in a format: what is one page is no presentation. */
export const canBe = (name: KindName, format: Format) => format !== 'pptx' || !pageOf(name);

/** Returns what the pre-flight finds in a story told as a kind. */
export function findingsOf(story: StoryPage, name: WrittenAs, locale: string) {
  const page = pageOf(name);
  if (name === 'asOwn') return templates.check(story.id, locale);
  if (!page) return stories.preflight(story.id, locale);
  return onePages.check({ ...page, story: story.id, format: '', path: '', locale, agreed: [] });
}

/** Writes a story as a kind. */
export function writeAs(
  story: StoryPage,
  name: WrittenAs,
  file: { format: Format; path: string; locale: string; agreed: string[] },
) {
  const page = pageOf(name);
  if (name === 'asOwn') return templates.exportTo(story.id, file.path, file.locale, file.agreed);
  if (!page) return stories.exportTo(story.id, file.format, file.path, file.locale, file.agreed);
  return onePages.exportTo({ ...page, story: story.id, ...file });
}

/** Returns what the file may be called: without the client, where the story does not name it. */
export function fileName(story: StoryPage, name: WrittenAs, format: Format, called: string) {
  const base = story.file_name.replace(/\.pptx$/, '');
  if (name === 'asDeck' || name === 'asOwn') return `${base}.${format}`;
  if (name === 'asAnonymous') return `${called} ${story.today}.${format}`;
  return `${base}, ${called}.${format}`;
}
