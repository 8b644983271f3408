import { useRef } from 'react';
import { dialogs, transport } from '@/api';
import { Button } from '@/ui';

/** Draws the button that asks for a file: with the system's dialog, or a browser's. */
export function ChooseFile(props: {
  /** What the button says. */
  children: string;
  /** Names the dialog. */
  title: string;
  /** Endings with their dot, such as ".png". */
  endings: readonly string[];
  onChosen: (path: string) => void | Promise<void>;
  /** Runs what may fail, and tells it. */
  attempt: (run: () => Promise<void>) => void;
  autoFocus?: boolean | undefined;
  disabled?: boolean;
}) {
  const input = useRef<HTMLInputElement>(null);
  const choose = () => {
    if (!dialogs.inWindow()) return input.current?.click();
    props.attempt(async () => {
      const pattern = props.endings.map((ending) => `*${ending}`).join(';');
      const path = await dialogs.openFile(props.title, [pattern]);
      if (path !== '') await props.onChosen(path);
    });
  };
  return (
    <>
      <Button
        data-autofocus={props.autoFocus === true || undefined}
        disabled={props.disabled === true}
        onClick={choose}
      >
        {props.children}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept={props.endings.join(',')}
        aria-label={props.title}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (file) props.attempt(async () => props.onChosen(await transport.upload(file)));
        }}
      />
    </>
  );
}
