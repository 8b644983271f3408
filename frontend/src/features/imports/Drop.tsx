import { IconFileSpreadsheet } from '@tabler/icons-react';
import { type DragEvent, useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dialogs, toProblem, transport } from '@/api';
import { Button } from '@/ui';
import classes from './Imports.module.css';

/** Takes a file: dropped, or chosen with the system's dialog or the browser's. */
export function Drop(props: { busy: boolean; onFile: (path: string) => void }) {
  const { t } = useTranslation('imports');
  const chooser = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [problem, setProblem] = useState('');
  const attempt = async (path: () => Promise<string>) => {
    try {
      setProblem('');
      const found = await path();
      if (found !== '') props.onFile(found);
    } catch (cause) {
      setProblem(toProblem(cause).message);
    }
  };
  const take = (file: File | undefined) => {
    if (file !== undefined) void attempt(() => transport.upload(file));
  };
  const takePath = useEffectEvent((path: string | undefined) => {
    if (path !== undefined) void attempt(() => Promise.resolve(path));
  });
  useEffect(() => transport.onFileDrop(([path]) => takePath(path)), []);
  const choose = () => {
    if (!dialogs.inWindow()) chooser.current?.click();
    else void attempt(() => dialogs.openFile(t('choose'), ['*.csv;*.tsv;*.txt;*.xlsx']));
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (!dialogs.inWindow()) take(event.dataTransfer.files[0]);
  };
  return (
    <section
      aria-label={t('dropTitle')}
      className={`${classes['drop']} ${over ? classes['over'] : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <IconFileSpreadsheet size={34} stroke={1.2} aria-hidden />
      <h2>{t('dropTitle')}</h2>
      <p>{t('dropText')}</p>
      <Button look="primary" size="large" disabled={props.busy} onClick={choose}>
        {props.busy ? t('reading') : t('choose')}
      </Button>
      <input
        ref={chooser}
        type="file"
        hidden
        accept=".csv,.tsv,.txt,.xlsx"
        aria-label={t('choose')}
        onChange={(event) => {
          take(event.currentTarget.files?.[0]);
          event.currentTarget.value = '';
        }}
      />
      {problem !== '' && (
        <p role="alert" style={{ color: 'var(--red)' }}>
          {problem}
        </p>
      )}
    </section>
  );
}
