import { Textarea } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dialogs } from '@/api';
import { useOnce } from '@/state';
import { Button, Dialog } from '@/ui';
import classes from './Imports.module.css';
import type { Incoming } from './useIncoming';

/** Says what may come in, and takes files by a dialog or a table by pasting. */
export function Drop({ busy, incoming }: { busy: boolean; incoming: Incoming }) {
  const { t } = useTranslation('imports');
  const chooser = useRef<HTMLInputElement>(null);
  const [pasting, setPasting] = useState(false);
  const choose = () => {
    if (dialogs.inWindow()) incoming.ask();
    else chooser.current?.click();
  };
  return (
    <section aria-label={t('dropTitle')} className={classes['drop']}>
      <IconFileSpreadsheet size={34} stroke={1.2} aria-hidden />
      <h2>{t('dropTitle')}</h2>
      <p>{t('dropText')}</p>
      <div className={classes['dropActions']}>
        <Button look="primary" size="large" aria-disabled={busy} onClick={choose}>
          {busy ? t('reading') : t('choose')}
        </Button>
        <Button size="large" onClick={() => setPasting(true)}>
          {t('paste')}
        </Button>
      </div>
      <input
        ref={chooser}
        type="file"
        hidden
        multiple
        accept=".csv,.tsv,.txt,.xlsx,.zip"
        aria-label={t('choose')}
        onChange={(event) => {
          incoming.takeFiles(event.currentTarget.files ?? []);
          event.currentTarget.value = '';
        }}
      />
      <Dialog opened={pasting} onClose={() => setPasting(false)} title={t('paste')} size="lg">
        <PasteForm incoming={incoming} onTaken={() => setPasting(false)} />
      </Dialog>
    </section>
  );
}

function PasteForm({ incoming, onTaken }: { incoming: Incoming; onTaken: () => void }) {
  const { t } = useTranslation('imports');
  const [text, setText] = useState('');
  const take = useOnce(async () => {
    if (await incoming.takeText(text)) onTaken();
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void take();
  };
  return (
    <div className={classes['form']}>
      <Textarea
        data-autofocus
        label={t('pasteLabel')}
        description={t('pasteHint')}
        error={incoming.problem === '' ? undefined : incoming.problem}
        rows={10}
        spellCheck={false}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <div className={classes['formActions']}>
        <Button look="primary" onClick={() => void take()}>
          {t('pasteGo')}
        </Button>
      </div>
    </div>
  );
}
