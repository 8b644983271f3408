import type { DraggableProvidedDragHandleProps } from '@hello-pangea/dnd';
import { IconChevronDown, IconPlus, IconTrash } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import type { Outcome } from '@/api/plan';
import { quoted } from '@/lib/quotes';
import { Button, Chip } from '@/ui';
import { placeOf } from '../at';
import { ChangeBlock } from './ChangeBlock';
import { useFoldAt, usePlan } from './context';
import { Edit } from './Edit';
import { Fold } from './Fold';
import { foldFields } from './fields';
import { MeasureRow } from './MeasureRow';
import classes from './Outcomes.module.css';

/** Draws one outcome in three columns: their words, what is measured, how work changes. */
export function OutcomeRow(props: {
  outcome: Outcome;
  index: number;
  dragged: boolean;
  handle: DraggableProvidedDragHandleProps | null;
  onMove: (by: -1 | 1) => void;
}) {
  const { say, locale, change, add } = usePlan();
  const { outcome, index } = props;
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    props.onMove(event.key === 'ArrowUp' ? -1 : 1);
  };
  const count = index + 1;
  return (
    <article
      className={classes['outcome']}
      data-at={placeOf('outcome', outcome.id)}
      data-dragged={props.dragged}
      data-dropped={outcome.status === 'dropped'}
      aria-label={say('outcome.label', { count, title: outcome.statement })}
      onKeyDown={onKeyDown}
    >
      <div className={classes['words']}>
        <button
          type="button"
          {...props.handle}
          id={`move-${outcome.id}`}
          className={classes['handle']}
          aria-label={say('outcome.move', { count })}
          title={say('outcome.move', { count })}
        >
          {count}
        </button>
        <Words outcome={outcome} />
      </div>
      <div className={classes['measured']}>
        <h3>
          <Edit
            label={say('edit', { what: say('field.statement') })}
            at={placeOf('outcome', outcome.id, 'statement')}
            value={outcome.statement}
            placeholder={say('outcome.noStatement')}
            locale={locale}
            onSave={(text) => change('outcome', outcome.id, { statement: text })}
          />
          {outcome.status !== 'open' && (
            <Chip tone={outcome.status === 'achieved' ? 'good' : 'plain'}>
              {say(`outcome.${outcome.status}`)}
            </Chip>
          )}
        </h3>
        <ul className={classes['measures']}>
          {outcome.measures.map((measure) => (
            <MeasureRow key={measure.id} measure={measure} />
          ))}
        </ul>
        {outcome.measures.length === 0 && (
          <p className={classes['none']}>{say('outcome.noMeasures')}</p>
        )}
        <AddLine
          say={say}
          at={placeOf('outcome', outcome.id, 'measure')}
          label={say('outcome.addMeasure')}
          placeholder={say('outcome.measureName')}
          locale={locale}
          onAdd={(text) => add('measure', outcome.id, { name: text })}
        />
      </div>
      <div className={classes['changes']}>
        <ul>
          {outcome.changes.map((item) => (
            <ChangeBlock key={item.id} change={item} />
          ))}
        </ul>
        {outcome.changes.length === 0 && (
          <p className={classes['none']}>{say('outcome.noChanges')}</p>
        )}
        <AddLine
          say={say}
          at={placeOf('outcome', outcome.id, 'change')}
          label={say('outcome.addChange')}
          placeholder={say('outcome.changeTo')}
          locale={locale}
          onAdd={(text) => add('behavior_change', outcome.id, { to: text })}
        />
      </div>
    </article>
  );
}

/** Draws what they said, who and when; the outcome's other fields fold out under it. */
function Words({ outcome }: { outcome: Outcome }) {
  const { say, locale, day, change, remove } = usePlan();
  const [open, setOpen] = useFoldAt('outcome', outcome.id, foldFields.outcome);
  return (
    <div>
      <blockquote className={classes['quote']}>
        <Edit
          kind="long"
          label={say('edit', { what: say('field.quote') })}
          value={outcome.quote}
          at={placeOf('outcome', outcome.id, 'quote')}
          shown={quoted(outcome.quote, locale)}
          placeholder={
            outcome.prompt === ''
              ? say('outcome.noQuote')
              : say('outcome.prompt', { question: outcome.prompt })
          }
          locale={locale}
          onSave={(text) =>
            change('outcome', outcome.id, { quote: text.replace(/^[“"„]+|[”"“]+$/gu, '') })
          }
        />
      </blockquote>
      <div className={classes['by']}>
        <p>
          {outcome.quoted_name !== '' && <b>{outcome.quoted_name}</b>}
          {outcome.quoted_title !== '' && `, ${outcome.quoted_title}`}
          {outcome.said_on !== '' && ` · ${day(outcome.said_on)}`}
        </p>
        <button
          type="button"
          className={classes['more']}
          aria-expanded={open}
          aria-label={say('outcome.more')}
          onClick={() => setOpen(!open)}
        >
          <IconChevronDown size={14} stroke={1.7} aria-hidden data-open={open} />
        </button>
      </div>
      {open && (
        <div className={classes['foldOut']}>
          <Fold kind="outcome" record={outcome} fields={foldFields.outcome} />
          <Button
            size="small"
            look="quiet"
            icon={<IconTrash size={13} stroke={1.6} aria-hidden />}
            onClick={() => void remove('outcome', outcome.id, say('outcome.deleted'))}
          >
            {say('outcome.delete')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** Draws a quiet button that becomes a line to type what is added into. */
export function AddLine(props: {
  say: (key: string) => string;
  label: string;
  placeholder: string;
  locale: string;
  /** Where it stands, for links that lead here. */
  at?: string;
  /** Opens with the line. */
  fresh?: boolean;
  onAdd: (text: string) => Promise<unknown>;
}) {
  const [open, setOpen] = useState(props.fresh === true);
  if (!open) {
    return (
      <Button
        size="small"
        look="quiet"
        className={classes['add']}
        data-at={props.at}
        icon={<IconPlus size={13} stroke={1.8} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {props.label}
      </Button>
    );
  }
  return (
    <div className={classes['adding']}>
      <Edit
        fresh
        label={props.label}
        value=""
        placeholder={props.placeholder}
        locale={props.locale}
        onSave={props.onAdd}
        onLeave={() => setOpen(false)}
      />
    </div>
  );
}
