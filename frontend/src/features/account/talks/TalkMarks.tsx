import { IconDoorExit, IconLock } from '@tabler/icons-react';
import type { Talk } from '@/api/talks';
import { useFormat } from '@/state';
import { Chip } from '@/ui';
import { writeDay } from '../value/format';
import { useSay } from './say';
import classes from './TalkRow.module.css';

/** Draws the marks: what is owed or was answered, who may leave, what is ours alone. */
export function TalkMarks({ talk }: { talk: Talk }) {
  const say = useSay();
  return (
    <div className={classes['marks']}>
      {talk.leaving && (
        <Chip tone="bad">
          <IconDoorExit size={12} stroke={1.8} aria-hidden />
          {say('mark.leaving')}
        </Chip>
      )}
      <ReplyMark talk={talk} />
      {talk.open_days !== null && (
        <Chip tone={talk.open_days >= longOpen ? 'warn' : 'outlined'}>
          {say('mark.open', { count: talk.open_days })}
        </Chip>
      )}
      {talk.internal && (
        <Chip tone="outlined">
          <IconLock size={11} stroke={1.8} aria-hidden />
          {say('mark.internal')}
        </Chip>
      )}
    </div>
  );
}

/** After so many days an open question fails its check. */
const longOpen = 45;

const tones = {
  answered: 'good',
  'too late': 'warn',
  '': 'plain',
  owed: 'warn',
  late: 'bad',
} as const;

function ReplyMark({ talk }: { talk: Talk }) {
  const say = useSay();
  const { locale } = useFormat();
  const due = writeDay(talk.due, locale, false);
  const tone = tones[talk.reply];
  if (talk.reply === 'owed' || talk.reply === 'late')
    return <Chip tone={tone}>{say(`mark.${talk.reply}`, { day: due })}</Chip>;
  if (talk.reply_days === null) return null;
  const words = talk.reply === 'too late' ? 'mark.tooLate' : 'mark.answered';
  return <Chip tone={tone}>{say(words, { count: talk.reply_days })}</Chip>;
}
