import { IconBook, IconPresentation } from '@tabler/icons-react';
import { useState } from 'react';
import { stories, toProblem } from '@/api';
import type { Timeline } from '@/api/value';
import { useWrite } from '@/state';
import { Button, useToast } from '@/ui';
import type { Voice } from './value/words';

/** Composes the renewal story from the records, and writes it as a deck. */
export function StoryActions({ timeline, voice }: { timeline: Timeline; voice: Voice }) {
  const { say, locale } = voice;
  const { draft, account } = timeline;
  const write = useWrite();
  const toast = useToast();
  const [busy, setBusy] = useState(false);

  const during = async (run: () => Promise<void>) => {
    setBusy(true);
    await run();
    setBusy(false);
  };
  const compose = () =>
    during(async () => {
      try {
        const { id } = await write(() => stories.compose(account, locale), say('story.composed'));
        open(id);
      } catch {
        // What fails is shown by the write itself.
      }
    });
  // Addresses stand behind the hash, which the router follows.
  const open = (story: string) => {
    window.location.hash = `/accounts/${account}/story/${story}`;
  };
  const deck = () =>
    during(async () => {
      try {
        const found = await stories.preflight(draft.id, locale);
        if (found.length > 0) {
          // What stands in its way is mended, or agreed to, in the story.
          open(draft.id);
          toast({ message: say('story.lookFirst', { count: found.length }), bad: true });
          return;
        }
        const path = await stories.saveFile(say('story.saveTitle'), draft.file_name);
        if (path === '') return;
        const written = await stories.exportTo(draft.id, 'pptx', path, locale, []);
        toast({ message: say('story.exported', { name: written.file_name }) });
        await stories.reveal(written.path);
      } catch (cause) {
        toast({ message: toProblem(cause).message, bad: true });
      }
    });
  return (
    <>
      <Button
        size="small"
        data-at="story"
        disabled={busy}
        icon={<IconBook size={13} stroke={1.6} aria-hidden />}
        onClick={() => (draft.id === '' ? void compose() : open(draft.id))}
      >
        {say(draft.id === '' ? 'story.compose' : 'story.open')}
      </Button>
      {draft.id !== '' && (
        <Button
          size="small"
          disabled={busy}
          title={draft.title}
          icon={<IconPresentation size={13} stroke={1.6} aria-hidden />}
          onClick={() => void deck()}
        >
          {say('story.export')}
        </Button>
      )}
    </>
  );
}
