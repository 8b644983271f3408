import { IconBook, IconPresentation } from '@tabler/icons-react';
import { useState } from 'react';
import { stories, toProblem } from '@/api';
import type { Composed } from '@/api/stories';
import { useWrite } from '@/state';
import { Button, useToast } from '@/ui';
import type { Voice } from './value/words';

/** Composes the renewal story from the records, then writes it as a deck. */
export function StoryActions({ account, name, voice }: { account: string; name: string; voice: Voice }) {
  const { say } = voice;
  const write = useWrite();
  const toast = useToast();
  const [story, setStory] = useState<Composed | null>(null);
  const [busy, setBusy] = useState(false);

  const during = async (run: () => Promise<void>) => {
    setBusy(true);
    try {
      await run();
    } catch (cause) {
      const problem = toProblem(cause);
      if (problem.field !== '') toast({ message: problem.message, bad: true });
    } finally {
      setBusy(false);
    }
  };
  const compose = () =>
    during(async () => {
      setStory(await write(() => stories.compose(account), say('story.composed')));
    });
  const deck = (made: Composed) =>
    during(async () => {
      const path = await stories.saveFile(say('story.saveTitle'), made.file_name || `${name}.pptx`);
      if (path === '') return;
      const written = await write(
        () => stories.exportTo(made.id, 'pptx', path),
        say('story.exported', { name: made.file_name }),
      );
      for (const warning of written.warnings) toast({ message: warning });
      await stories.reveal(written.path);
    });
  return (
    <>
      <Button
        size="small"
        disabled={busy}
        icon={<IconBook size={13} stroke={1.6} aria-hidden />}
        onClick={() => void compose()}
      >
        {say(story === null ? 'story.compose' : 'story.again')}
      </Button>
      {story !== null && (
        <Button
          size="small"
          look="primary"
          disabled={busy}
          icon={<IconPresentation size={13} stroke={1.6} aria-hidden />}
          onClick={() => void deck(story)}
        >
          {say('story.export')}
        </Button>
      )}
    </>
  );
}
