import { IconMailDown } from '@tabler/icons-react';
import {
  createContext,
  type DragEvent,
  type ReactNode,
  useContext,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
} from 'react';
import { dialogs, toProblem, transport } from '@/api';
import { Button, useToast } from '@/ui';
import { useSay } from '../talks/say';
import classes from './DropMail.module.css';
import { LettersDialog } from './LettersDialog';

const ChooseContext = createContext<() => void>(() => undefined);

/** Asks for mails or meetings, where dropping them is not at hand. */
export function MailButton() {
  const say = useSay();
  const choose = useContext(ChooseContext);
  return (
    <Button icon={<IconMailDown size={14} stroke={1.7} aria-hidden />} onClick={choose}>
      {say('mail.choose')}
    </Button>
  );
}

/** Takes mails and meetings that are dropped anywhere on an account. */
export function DropMail({ account, children }: { account: string; children: ReactNode }) {
  const say = useSay();
  const toast = useToast();
  const chooser = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [paths, setPaths] = useState<string[]>([]);
  const attempt = async (find: () => Promise<string[]>) => {
    try {
      setPaths((await find()).filter((path) => path !== ''));
    } catch (cause) {
      toast({ message: toProblem(cause).message, bad: true });
    }
  };
  const takeFiles = (files: Iterable<File>) =>
    void attempt(() => Promise.all([...files].map((file) => transport.upload(file))));
  const takePaths = useEffectEvent((dropped: string[]) => setPaths(dropped));
  useEffect(() => transport.onFileDrop((dropped) => takePaths(dropped)), []);
  const choose = () => {
    if (dialogs.inWindow())
      void attempt(async () => [await dialogs.openFile(say('mail.choose'), ['*.eml;*.ics'])]);
    else chooser.current?.click();
  };
  const isFiles = (event: DragEvent) =>
    event.dataTransfer.types.includes('Files') && !event.defaultPrevented;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a button does the same
    <div
      className={classes['area']}
      data-over={over}
      onDragOver={(event) => {
        if (!isFiles(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={(event) => {
        setOver(false);
        if (!isFiles(event)) return;
        event.preventDefault();
        if (!dialogs.inWindow()) takeFiles(event.dataTransfer.files);
      }}
    >
      <ChooseContext value={choose}>{children}</ChooseContext>
      {over && (
        <p className={classes['hint']} aria-hidden>
          {say('mail.drop')}
        </p>
      )}
      <input
        ref={chooser}
        type="file"
        hidden
        multiple
        accept=".eml,.ics"
        aria-label={say('mail.choose')}
        onChange={(event) => {
          takeFiles([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
      {paths.length > 0 && (
        <LettersDialog account={account} paths={paths} onClose={() => setPaths([])} />
      )}
    </div>
  );
}
