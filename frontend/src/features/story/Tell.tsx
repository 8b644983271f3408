import { IconLock } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { stories, toProblem } from '@/api';
import type { Finding, Leave, StoryPage } from '@/api/stories';
import { useOnce, useWrite } from '@/state';
import { Button, Dialog } from '@/ui';
import classes from './Dialogs.module.css';
import { Findings } from './Findings';
import { LeaveFields } from './LeaveFields';
import { agreeTo, usePreflight } from './usePreflight';

/** Draws the button that tells a story, and what is asked before it is kept as it is. */
export function Tell(props: {
  story: StoryPage;
  locale: string;
  onFinding: (finding: Finding) => void;
}) {
  const { t } = useTranslation('story');
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button
        icon={<IconLock size={14} stroke={1.6} aria-hidden />}
        aria-haspopup="dialog"
        onClick={() => setOpened(true)}
      >
        {t('tell')}
      </Button>
      <Dialog opened={opened} onClose={() => setOpened(false)} title={t('tellTitle')} size="lg">
        {opened && <TellForm {...props} onClose={() => setOpened(false)} />}
      </Dialog>
    </>
  );
}

function TellForm(props: {
  story: StoryPage;
  locale: string;
  onFinding: (finding: Finding) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('story');
  const write = useWrite();
  const { story, locale } = props;
  const [leave, setLeave] = useState<Leave>(story.leave);
  const [problem, setProblem] = useState('');
  const preflight = usePreflight(story, locale);
  const findings = preflight.data ?? [];
  const stops = findings.filter((one) => one.level === 'error');
  const shown = stops.length > 0 ? stops : findings;
  const ready = preflight.isSuccess && stops.length === 0;
  const tell = useOnce(async () => {
    if (!ready) return;
    agreeTo(story.id, findings);
    const agreed = findings.map((one) => one.key);
    try {
      await write(() => stories.tell({ story: story.id, locale, leave, agreed }), t('tellDone'));
      props.onClose();
    } catch (cause) {
      setProblem(toProblem(cause).message);
    }
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || (!event.ctrlKey && !event.metaKey)) return;
    event.preventDefault();
    void tell();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Ctrl Enter tells from any of its fields
    <div onKeyDown={onKeyDown}>
      <p className={classes['none']}>{t('tellHint')}</p>
      <LeaveFields leave={leave} today={story.today} onChange={setLeave} />
      {shown.length > 0 && (
        <>
          <p className={classes['said']}>
            {t(stops.length > 0 ? 'tellStops' : 'tellAsks', { count: shown.length })}
          </p>
          <div className={classes['proofs']}>
            <Findings
              story={story}
              findings={shown}
              onGo={(finding) => {
                props.onClose();
                props.onFinding(finding);
              }}
            />
          </div>
        </>
      )}
      {problem !== '' && <p role="alert">{problem}</p>}
      <div className={classes['choice']}>
        <Button onClick={props.onClose}>{t('backToStory')}</Button>
        <Button look="primary" disabled={!ready} onClick={() => void tell()}>
          {t('tellNow')}
        </Button>
      </div>
    </div>
  );
}
