import { IconPencilPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { stories, toProblem } from '@/api';
import type { Leave, StoryPage } from '@/api/stories';
import { useFormat, useOnce, useWrite } from '@/state';
import { Button, Dialog } from '@/ui';
import classes from './Dialogs.module.css';
import { LeaveFields } from './LeaveFields';

/** Draws what can be done with a told story: who gave leave to show it, and a new draft. */
export function Told({ story }: { story: StoryPage }) {
  const { t } = useTranslation('story');
  const write = useWrite();
  const reads = useLeaveWords(story.leave);
  const [opened, setOpened] = useState(false);
  const again = useOnce(async () => {
    try {
      const draft = await write(() => stories.drawAgain(story.id), t('newDraftDone'));
      window.location.hash = `#/accounts/${story.account}/story/${draft.id}`;
    } catch {
      // The write has said what is wrong; the told story stays.
    }
  });
  return (
    <>
      <Button
        aria-label={t('leaveOf', { reads })}
        title={reads}
        aria-haspopup="dialog"
        onClick={() => setOpened(true)}
      >
        {t('leaveShort')}
      </Button>
      <Button
        icon={<IconPencilPlus size={14} stroke={1.6} aria-hidden />}
        onClick={() => void again()}
      >
        {t('newDraft')}
      </Button>
      <Dialog opened={opened} onClose={() => setOpened(false)} title={t('permission')}>
        {opened && <LeaveForm story={story} onClose={() => setOpened(false)} />}
      </Dialog>
    </>
  );
}

function useLeaveWords(leave: Leave): string {
  const { t } = useTranslation('story');
  const format = useFormat();
  let reads: string = t(`permissions.${leave.permission === '' ? 'none' : leave.permission}`);
  if (leave.by !== '') reads = t('leaveBy', { what: reads, who: leave.by });
  if (leave.until !== '') reads = t('leaveUntil', { what: reads, day: format.date(leave.until) });
  return reads;
}

function LeaveForm({ story, onClose }: { story: StoryPage; onClose: () => void }) {
  const { t } = useTranslation('story');
  const write = useWrite();
  const [leave, setLeave] = useState(story.leave);
  const [problem, setProblem] = useState('');
  const save = useOnce(async () => {
    try {
      await write(() => stories.permit(story.id, leave), t('leaveSaved'));
      onClose();
    } catch (cause) {
      setProblem(toProblem(cause).message);
    }
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <LeaveFields leave={leave} today={story.today} onChange={setLeave} />
      {problem !== '' && <p role="alert">{problem}</p>}
      <div className={classes['choice']}>
        <Button onClick={onClose}>{t('backToStory')}</Button>
        <Button type="submit" look="primary">
          {t('saveLeave')}
        </Button>
      </div>
    </form>
  );
}
