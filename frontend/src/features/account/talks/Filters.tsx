import { useRef } from 'react';
import { type TalkKind, type TalksPage, touchKinds } from '@/api/talks';
import { Segmented } from '@/ui';
import type { Filter } from './filter';
import { useSay } from './say';
import classes from './Talks.module.css';

const kinds: readonly ('' | TalkKind)[] = ['', 'touchpoint', 'question', 'insight'];

/** Draws what narrows the stream: kind, direction, person, what is open, who may leave. */
export function Filters(props: {
  page: TalksPage;
  filter: Filter;
  shown: number;
  onFilter: (filter: Filter) => void;
}) {
  const say = useSay();
  const { page, filter, onFilter } = props;
  const change = (part: Partial<Filter>) => onFilter({ ...filter, ...part });
  const words = useRef<HTMLInputElement>(null);
  return (
    <search className={classes['filters']}>
      <Segmented
        label={say('filter.kind')}
        value={filter.kind}
        onChange={(kind) => change({ kind })}
        options={kinds.map((value) => ({ value, label: say(`filter.kinds.${value || 'all'}`) }))}
      />
      <select
        aria-label={say('filter.touchKind')}
        value={filter.touchKind}
        onChange={(event) => change({ touchKind: event.currentTarget.value })}
      >
        <option value="">{say('filter.anyKind')}</option>
        {touchKinds.map((kind) => (
          <option key={kind} value={kind}>
            {say(`touch.${kind}`)}
          </option>
        ))}
      </select>
      <select
        aria-label={say('filter.direction')}
        value={filter.direction}
        onChange={(event) =>
          change({ direction: event.currentTarget.value as Filter['direction'] })
        }
      >
        <option value="">{say('filter.anyDirection')}</option>
        <option value="in">{say('direction.in')}</option>
        <option value="out">{say('direction.out')}</option>
      </select>
      <select
        aria-label={say('filter.person')}
        value={filter.person}
        onChange={(event) => change({ person: event.currentTarget.value })}
      >
        <option value="">{say('filter.anybody')}</option>
        {page.people.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </select>
      <button
        type="button"
        aria-pressed={filter.open}
        className={classes['toggle']}
        onClick={() => change({ open: !filter.open })}
      >
        {say('filter.open')}
      </button>
      <button
        type="button"
        aria-pressed={filter.leaving}
        className={classes['toggle']}
        onClick={() => change({ leaving: !filter.leaving })}
      >
        {say('filter.leaving')}
      </button>
      <input
        ref={words}
        type="search"
        aria-label={say('filter.words')}
        placeholder={say('filter.words')}
        value={filter.words}
        onChange={(event) => change({ words: event.currentTarget.value })}
      />
      <p role="status">{say('shown', { count: props.shown })}</p>
    </search>
  );
}
