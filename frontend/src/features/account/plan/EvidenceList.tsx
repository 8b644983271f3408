import {
  IconExternalLink,
  IconFile,
  IconNote,
  IconPlus,
  IconQuote,
  IconTrash,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { evidence as api, stories, toProblem } from '@/api';
import type { EvidenceItem } from '@/api/evidence';
import type { PlanPerson } from '@/api/plan';
import { useFormat, useWrite } from '@/state';
import { Button, useToast } from '@/ui';
import { writeDay } from '../value/format';
import { useSay } from './context';
import classes from './Evidence.module.css';
import { EvidenceForm } from './EvidenceForm';

/** What evidence hangs on, and what is needed to add some. */
export interface EvidenceProps {
  account: string;
  today: string;
  people: readonly PlanPerson[];
  /** The record that it backs. */
  kind: 'reading' | 'measure' | 'benefit' | 'benefit_step' | 'outcome';
  id: string;
  /** What the record is called. */
  of: string;
}

/** Lists what backs a record, and takes in more: a file, a link, a quote or a note. */
export function EvidenceList(props: EvidenceProps) {
  const say = useSay();
  const [adding, setAdding] = useState(false);
  const found = useQuery({
    queryKey: ['evidence', props.account, props.kind, props.id],
    queryFn: () => api.list(props.account, props.kind, props.id),
  });
  const items = found.data ?? [];
  return (
    <section className={classes['evidence']} aria-label={say('evidence.of', { what: props.of })}>
      <h4>{say('evidence.title')}</h4>
      {found.error !== null && <p role="alert">{found.error.message}</p>}
      {items.length === 0 && !adding && <p className={classes['none']}>{say('evidence.none')}</p>}
      <ul>
        {items.map((item) => (
          <Item key={item.id} item={item} />
        ))}
      </ul>
      {adding ? (
        <EvidenceForm {...props} onClose={() => setAdding(false)} />
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
  const { locale } = useFormat();
  const Icon = icons[item.kind];
  const title = item.title === '' ? item.body : item.title;
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
        {item.title !== '' && item.body !== '' && <p>{item.body}</p>}
        <small>
          {[
            say(`evidence.kinds.${item.kind}`),
            item.person_name,
            item.on === '' ? '' : writeDay(item.on, locale),
            item.internal ? say('evidence.internal') : '',
          ]
            .filter((part) => part !== '')
            .join(' · ')}
        </small>
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
