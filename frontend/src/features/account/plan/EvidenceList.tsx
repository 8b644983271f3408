import {
  IconExternalLink,
  IconFile,
  IconNote,
  IconPlus,
  IconQuote,
  IconTrash,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type DragEvent, useState } from 'react';
import { evidence as api, stories, toProblem } from '@/api';
import type { EvidenceItem } from '@/api/evidence';
import { useFormat, useWrite } from '@/state';
import { Button, useToast } from '@/ui';
import { writeDay } from '../value/format';
import { useSay } from './context';
import classes from './Evidence.module.css';
import { EvidenceForm } from './EvidenceForm';

/** The records that evidence is hung on here. */
export type EvidenceKindOf =
  | 'reading'
  | 'measure'
  | 'benefit'
  | 'benefit_step'
  | 'outcome'
  | 'plan_signoff'
  | 'touchpoint';

/** What evidence hangs on, and what is needed to add some. */
export interface EvidenceProps {
  account: string;
  today: string;
  people: readonly { id: string; name: string }[];
  /** The record that it backs. */
  kind: EvidenceKindOf;
  id: string;
  /** What the record is called. */
  of: string;
  /** Records whose evidence is listed with it, and which new evidence may be for. */
  also?: readonly { kind: EvidenceKindOf; id: string; of: string }[];
}

/** Lists what backs a record, and takes in more: a file, a link, a quote or a note. */
export function EvidenceList(props: EvidenceProps) {
  const say = useSay();
  const [adding, setAdding] = useState(false);
  const [over, setOver] = useState(false);
  const [dropped, setDropped] = useState<File | undefined>(undefined);
  const onDragOver = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setOver(true);
  };
  const onDrop = (event: DragEvent) => {
    const [file] = event.dataTransfer.files;
    setOver(false);
    if (file === undefined) return;
    event.preventDefault();
    setDropped(file);
    setAdding(true);
  };
  const close = () => {
    setAdding(false);
    setDropped(undefined);
  };
  const found = useQuery({
    queryKey: ['evidence', props.account],
    queryFn: () => api.list(props.account),
  });
  const subjects = [props.id, ...(props.also ?? []).map((one) => one.id)];
  const items = (found.data ?? []).filter((item) => subjects.includes(item.subject_id));
  return (
    <section
      className={classes['evidence']}
      data-over={over}
      aria-label={say('evidence.of', { what: props.of })}
      onDragOver={onDragOver}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <h4>{say('evidence.title')}</h4>
      {found.error !== null && <p role="alert">{found.error.message}</p>}
      {items.length === 0 && !adding && <p className={classes['none']}>{say('evidence.none')}</p>}
      <ul>
        {items.map((item) => (
          <Item key={item.id} item={item} />
        ))}
      </ul>
      {adding ? (
        <EvidenceForm {...props} dropped={dropped} onClose={close} />
      ) : (
        <Button
          size="small"
          icon={<IconPlus size={13} stroke={1.8} aria-hidden />}
          onClick={() => setAdding(true)}
        >
          {say('evidence.add')}
        </Button>
      )}
    </section>
  );
}

const icons = { file: IconFile, link: IconExternalLink, quote: IconQuote, note: IconNote };

function Item({ item }: { item: EvidenceItem }) {
  const say = useSay();
  const write = useWrite();
  const toast = useToast();
  const Icon = icons[item.kind];
  const spoken = item.kind === 'quote' && item.body !== '';
  const title = spoken || item.title === '' ? item.body : item.title;
  const open = async () => {
    try {
      const path = await stories.saveFile(say('evidence.open', { title }), item.title);
      if (path === '') return;
      await api.save(item.id, path);
      await stories.reveal(path);
    } catch (cause) {
      toast({ message: toProblem(cause).message, bad: true });
    }
  };
  const remove = () => {
    // What fails is shown by the write itself.
    void write(() => api.remove(item.id), say('evidence.removed')).catch(() => undefined);
  };
  return (
    <li>
      <Icon size={14} stroke={1.6} aria-hidden />
      <div>
        {item.has_file ? (
          <button type="button" className={classes['open']} onClick={() => void open()}>
            {title}
          </button>
        ) : item.url !== '' ? (
          <a className={classes['open']} href={item.url} target="_blank" rel="noreferrer noopener">
            {title}
          </a>
        ) : (
          <span className={item.kind === 'quote' ? classes['quote'] : undefined}>{title}</span>
        )}
        {item.title !== '' && item.body !== '' && !spoken && <p>{item.body}</p>}
        <Details item={item} spoken={spoken} />
      </div>
      <button
        type="button"
        className={classes['remove']}
        aria-label={say('evidence.remove', { title })}
        onClick={remove}
      >
        <IconTrash size={13} stroke={1.6} aria-hidden />
      </button>
    </li>
  );
}

/** Says what kind it is, who it is from and from when. */
function Details({ item, spoken }: { item: EvidenceItem; spoken: boolean }) {
  const say = useSay();
  const { locale } = useFormat();
  const from = item.person_name === '' && spoken ? item.title : item.person_name;
  const parts = [
    say(`evidence.kinds.${item.kind}`),
    from,
    item.on === '' ? '' : writeDay(item.on, locale),
    item.internal ? say('evidence.internal') : '',
  ];
  return <small>{parts.filter((part) => part !== '').join(' · ')}</small>;
}
