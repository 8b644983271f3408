import type { CaptureAccount, CapturePage } from '@/api/capture';
import { Chip } from '@/ui';
import classes from './Capture.module.css';
import { type Draft, withFix } from './draft';
import { FixField } from './FixField';
import { optionsOf } from './fields';
import { useSay } from './say';

/** Shows the conversation that the page becomes: what sort it was, who was there, what stays in words. */
export function TalkPart(props: {
  draft: Draft;
  about: CaptureAccount | undefined;
  page: CapturePage;
  change: (to: (now: Draft) => Draft) => void;
}) {
  const say = useSay();
  const { page, about, change } = props;
  const textOf = (name: string) => page.talk.find((one) => one.name === name)?.value ?? '';
  const set = (field: string) => (value: string) =>
    change((now) => withFix(now, { line: '', kind: 'touchpoint', field, value }));
  const inbound = textOf('direction') === 'in';
  const tick = (field: string) => (
    <label key={field} className={classes['tick']}>
      <input
        type="checkbox"
        checked={textOf(field) === 'true'}
        onChange={(event) => set(field)(event.currentTarget.checked ? 'true' : '')}
      />
      {say(`field.${field}`)}
    </label>
  );
  return (
    <div className={classes['talk']}>
      <div className={classes['talkFields']}>
        <FixField
          label={say('field.touch')}
          spec={{ name: 'kind', kind: 'choice' }}
          value={textOf('kind')}
          options={optionsOf('touchpoint', 'kind', about, say)}
          today={about?.today ?? ''}
          onChange={set('kind')}
        />
        <FixField
          label={say('field.direction')}
          spec={{ name: 'direction', kind: 'choice' }}
          value={textOf('direction')}
          options={optionsOf('touchpoint', 'direction', about, say)}
          today={about?.today ?? ''}
          onChange={set('direction')}
        />
        {inbound && (
          <FixField
            label={say('field.needs_reply_by')}
            spec={{ name: 'needs_reply_by', kind: 'day' }}
            value={textOf('needs_reply_by')}
            options={[]}
            today={about?.today ?? ''}
            onChange={set('needs_reply_by')}
          />
        )}
        <div className={classes['ticks']}>
          {inbound && tick('leaving')}
          {tick('internal')}
        </div>
      </div>
      {page.people.length > 0 && (
        <p className={classes['met']}>
          {say('met')}{' '}
          {page.people.map((one) => (
            <Chip key={`${one.id}${one.name}`} tone={one.id === '' ? 'good' : 'plain'}>
              {one.name}
              {one.id === '' && ` (${say('new')})`}
            </Chip>
          ))}
        </p>
      )}
      {page.note !== '' && (
        <div className={classes['note']}>
          <h3>{say('summary')}</h3>
          <p>{page.note}</p>
        </div>
      )}
    </div>
  );
}
