import { IconRuler2 } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { Button, Dialog } from '@/ui';
import { useSay } from '../plan/context';
import { ReadingsPanel } from './ReadingsPanel';

/** Draws the button that opens a round of readings; the key R does the same. */
export function UpdateReadings({ account }: { account: string }) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  useReadingsKey(() => setOpen(true));
  return (
    <>
      <Button
        size="small"
        data-at="readings"
        icon={<IconRuler2 size={13} stroke={1.6} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {say('readings.open')} <kbd>R</kbd>
      </Button>
      <Dialog
        opened={open}
        onClose={() => setOpen(false)}
        size="60rem"
        title={name === '' ? say('readings.open') : say('readings.title', { account: name })}
      >
        <ReadingsPanel account={account} onName={setName} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

/** Answers the key R wherever nothing is being typed. */
function useReadingsKey(open: () => void): void {
  const latest = useRef(open);
  latest.current = open;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'r' || event.ctrlKey || event.metaKey || event.altKey) return;
      const { target } = event;
      const typing = 'input:not([type=radio]),textarea,select,[role=dialog]';
      if (!(target instanceof Element) || target.closest(typing) !== null) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
