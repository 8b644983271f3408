import type { Replies } from '@/api/talks';
import { useFormat } from '@/state';
import { Why } from '@/ui';
import { useSay } from './say';
import classes from './Talks.module.css';

/** Says in a line how soon messages are answered; the months behind it open with a click. */
export function RepliesLine({ replies }: { replies: Replies }) {
  const say = useSay();
  const { number, percent } = useFormat();
  if (replies.messages === 0) return <p className={classes['replies']}>{say('replies.none')}</p>;
  const parts = [
    replies.median_days === null
      ? ''
      : say('replies.median', { count: replies.median_days, days: number(replies.median_days, 1) }),
    replies.share === null ? '' : say('replies.share', { share: percent(replies.share) }),
    replies.open === 0 ? say('replies.noneOpen') : say('replies.open', { count: replies.open }),
    replies.late === 0 ? '' : say('replies.late', { count: replies.late }),
  ].filter((part) => part !== '');
  return (
    <p className={classes['replies']} data-late={replies.late > 0}>
      <b>{say('replies.title')}</b>{' '}
      <Why title={say('replies.why')} panel={() => <RepliesTable replies={replies} />}>
        {parts.join(', ')}
      </Why>
    </p>
  );
}

function RepliesTable({ replies }: { replies: Replies }) {
  const say = useSay();
  const { number, percent, locale } = useFormat();
  const month = new Intl.DateTimeFormat(locale, {
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return (
    <div className={classes['behind']}>
      <p>{say('replies.rule')}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{say('replies.month')}</th>
            <th scope="col">{say('replies.messages')}</th>
            <th scope="col">{say('replies.days')}</th>
            <th scope="col">{say('replies.inTime')}</th>
          </tr>
        </thead>
        <tbody>
          {replies.months
            .filter((one) => one.messages > 0)
            .map((one) => (
              <tr key={one.month}>
                <th scope="row">{month.format(Date.parse(one.month))}</th>
                <td>{number(one.messages)}</td>
                <td>{one.median_days === null ? '–' : number(one.median_days, 1)}</td>
                <td>{one.share === null ? '–' : percent(one.share)}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  );
}
