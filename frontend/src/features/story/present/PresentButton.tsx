import { useHotkeys } from '@mantine/hooks';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Finding, StoryPage } from '@/api/stories';
import { Button, Dialog } from '@/ui';
import dialogs from '../Dialogs.module.css';
import { Findings } from '../Findings';
import classes from '../Story.module.css';
import { usePreflight } from '../usePreflight';
import { Present } from './Present';
import { beginTimer } from './Presenter';

/** Draws the button that presents a story, by F5 too. What would stop an export asks first. */
export function PresentButton(props: {
  story: StoryPage;
  locale: string;
  onFinding: (finding: Finding) => void;
}) {
  const { t } = useTranslation('story');
  const { story, locale } = props;
  const [step, setStep] = useState<'' | 'ask' | 'on'>('');
  const preflight = usePreflight(story, locale);
  const stops = story.told ? [] : (preflight.data ?? []).filter((one) => one.level === 'error');
  const present = () => {
    beginTimer();
    setStep('on');
  };
  const button = useRef<HTMLButtonElement>(null);
  const origin = useRef<Element>(null);
  const start = () => {
    origin.current = document.activeElement;
    if (stops.length > 0) setStep('ask');
    else present();
  };
  const leave = () => {
    setStep('');
    // What is over the screen must be gone before anything behind it takes the focus.
    window.setTimeout(() => {
      const from = origin.current;
      const isThere = from instanceof HTMLElement && from.isConnected && from !== document.body;
      (isThere ? from : button.current)?.focus();
    });
  };
  useHotkeys([['F5', start]], [], true);
  return (
    <>
      <Button
        ref={button}
        data-at="present"
        title={t('present.hint')}
        icon={<IconPlayerPlay size={14} stroke={1.6} aria-hidden />}
        onClick={start}
      >
        <span className={classes['shortened']}>{t('present.present')}</span>
      </Button>
      <Dialog
        opened={step === 'ask'}
        onClose={() => setStep('')}
        title={t('present.stops', { count: stops.length })}
        size="lg"
      >
        <p className={dialogs['none']}>{t('present.stopsHint')}</p>
        <div className={dialogs['proofs']}>
          <Findings
            story={story}
            findings={stops}
            onGo={(finding) => {
              setStep('');
              props.onFinding(finding);
            }}
          />
        </div>
        <div className={dialogs['choice']}>
          <Button data-autofocus onClick={() => setStep('')}>
            {t('backToStory')}
          </Button>
          <Button onClick={present}>{t('present.anyway')}</Button>
        </div>
      </Dialog>
      {step === 'on' && <Present story={story} locale={locale} onClose={leave} />}
    </>
  );
}
