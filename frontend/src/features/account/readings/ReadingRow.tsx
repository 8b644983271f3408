import { type KeyboardEvent, useId } from 'react';
import type { ReadingRow as Row } from '@/api/readings';
import { restOfUnit, writeValue } from '@/lib/numbers';
import { useFormat } from '@/state';
import { Chip } from '@/ui';
import { useSay } from '../plan/context';
import { writeDay } from '../value/format';
import classes from './Readings.module.css';
import { type Answer, answerOf, type Round } from './round';

/** Draws one measure of the round. Enter and the arrows go to the next and the one before. */
export function ReadingRow(props: {
  row: Row;
  round: Round;
  names: string;
  first: boolean;
  error: string;
  onAnswer: (part: Partial<Answer>) => void;
  onNext: (by: -1 | 1) => void;
}) {
  const say = useSay();
  const { locale } = useFormat();
  const id = useId();
  const { measure, outcome, due } = props.row;
  const answer = answerOf(props.round, measure.id);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const by = { Enter: event.shiftKey ? -1 : 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    props.onNext(by === 1 ? 1 : -1);
  };
  return (
    <tr>
      <th scope="row">
        {measure.name} <span>{restOfUnit(measure.unit)}</span>{' '}
        {due && <Chip tone="warn">{say('readings.due')}</Chip>}
        <small>{outcome}</small>
      </th>
      <td className={classes['num']}>
        {measure.now === null ? (
          <span className={classes['quiet']}>–</span>
        ) : (
          <>
            <b>{writeValue(measure.now, measure.unit, locale)}</b>
            <small>{writeDay(measure.now_on, locale)}</small>
          </>
        )}
      </td>
      <td>
        <input
          data-value
          data-autofocus={props.first ? true : undefined}
          className={classes['value']}
          inputMode="decimal"
          autoComplete="off"
          aria-label={say('readings.valueOf', { name: measure.name })}
          aria-invalid={props.error !== ''}
          aria-describedby={props.error === '' ? undefined : id}
          placeholder={answer.notMeasured ? say('readings.notMeasuredShort') : ''}
          value={answer.text}
          onKeyDown={onKeyDown}
          onChange={(event) => props.onAnswer({ text: event.currentTarget.value })}
        />
        {props.error !== '' && (
          <small id={id} role="alert" className={classes['error']}>
            {props.error}
          </small>
        )}
      </td>
      <td className={classes['check']}>
        <input
          type="checkbox"
          aria-label={say('readings.notMeasuredOf', { name: measure.name })}
          checked={answer.notMeasured}
          onChange={(event) => props.onAnswer({ notMeasured: event.currentTarget.checked })}
        />
      </td>
      <td>
        <input
          list={props.names}
          aria-label={say('readings.whoOf', { name: measure.name })}
          placeholder={
            props.round.by === '' ? say('readings.byPlaceholder') : say('readings.whoAll')
          }
          value={answer.by}
          onChange={(event) => props.onAnswer({ by: event.currentTarget.value })}
        />
      </td>
    </tr>
  );
}
