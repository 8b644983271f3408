import { useTranslation } from 'react-i18next';
import type { Finding, StoryPage } from '@/api/stories';
import { Button, Dialog } from '@/ui';
import dialogs from './Dialogs.module.css';
import { Findings } from './Findings';

/** Says what stops an export, or asks once whether what was found is meant. */
export function AskFirst(props: {
  story: StoryPage;
  /** null while nothing is asked. */
  findings: Finding[] | null;
  onClose: () => void;
  onGo: (finding: Finding) => void;
  onAgree: (findings: Finding[]) => void;
}) {
  const { t } = useTranslation('story');
  const findings = props.findings ?? [];
  const stops = findings.filter((one) => one.level === 'error');
  const shown = stops.length > 0 ? stops : findings;
  const title =
    stops.length > 0
      ? t('stops', { count: stops.length })
      : t('asks', { count: Math.max(1, findings.length) });
  return (
    <Dialog opened={props.findings !== null} onClose={props.onClose} title={title} size="lg">
      <p className={dialogs['none']}>{t(stops.length > 0 ? 'stopsHint' : 'asksHint')}</p>
      <div className={dialogs['proofs']}>
        <Findings story={props.story} findings={shown} onGo={props.onGo} />
      </div>
      <div className={dialogs['choice']}>
        <Button onClick={props.onClose} data-autofocus={stops.length > 0 || undefined}>
          {t('backToStory')}
        </Button>
        {stops.length === 0 && (
          <Button look="primary" data-autofocus onClick={() => props.onAgree(findings)}>
            {t('exportAnyway')}
          </Button>
        )}
      </div>
    </Dialog>
  );
}
