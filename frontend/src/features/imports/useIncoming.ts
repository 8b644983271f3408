import { type DragEvent, useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dialogs, imports, toProblem, transport } from '@/api';
import { session } from './session';

/** The ways in for files: dropped anywhere on the screen, chosen, pasted. */
export interface Incoming {
  /** A file hangs over the screen. */
  over: boolean;
  /** Why the last one could not be taken, or ''. */
  problem: string;
  target: {
    onDragOver: (event: DragEvent) => void;
    onDragLeave: (event: DragEvent) => void;
    onDrop: (event: DragEvent) => void;
  };
  takeFiles: (files: Iterable<File>) => void;
  takeText: (text: string) => Promise<boolean>;
  /** Asks with the system's dialog; only in the window. */
  ask: () => void;
}

/** Listens to files and tables that come in, and puts them in line. */
export function useIncoming(): Incoming {
  const { t } = useTranslation('imports');
  const [over, setOver] = useState(false);
  const [problem, setProblem] = useState('');
  const attempt = async (paths: () => Promise<string[]>): Promise<boolean> => {
    try {
      setProblem('');
      session.add((await paths()).filter((path) => path !== ''));
      return true;
    } catch (cause) {
      setProblem(toProblem(cause).message);
      return false;
    }
  };
  const takeFiles = (files: Iterable<File>) => {
    void attempt(() => Promise.all([...files].map((file) => transport.upload(file))));
  };
  const takeText = (text: string) =>
    attempt(async () => [await imports.paste(t('pastedName'), text)]);
  const takePaths = useEffectEvent((paths: string[]) => {
    void attempt(() => Promise.resolve(paths));
  });
  const onPaste = useEffectEvent((event: ClipboardEvent) => {
    if (isField(event.target) || event.clipboardData === null) return;
    const text = event.clipboardData.getData('text');
    // One word is no table, and was hardly meant for this.
    if (/[\t;,]/.test(text) || text.trim().includes('\n')) {
      event.preventDefault();
      void takeText(text);
    }
  });
  useEffect(() => {
    const paste = (event: ClipboardEvent) => onPaste(event);
    window.addEventListener('paste', paste);
    const stop = transport.onFileDrop((paths) => takePaths(paths));
    return () => {
      window.removeEventListener('paste', paste);
      stop();
    };
  }, []);
  return {
    over,
    problem,
    target: {
      onDragOver: (event) => {
        event.preventDefault();
        setOver(true);
      },
      onDragLeave: (event) => {
        if (event.currentTarget === event.target) setOver(false);
      },
      onDrop: (event) => {
        event.preventDefault();
        setOver(false);
        if (!dialogs.inWindow()) takeFiles(event.dataTransfer.files);
      },
    },
    takeFiles,
    takeText,
    ask: () =>
      void attempt(async () => [
        await dialogs.openFile(t('choose'), ['*.csv;*.tsv;*.txt;*.xlsx;*.zip']),
      ]),
  };
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}
