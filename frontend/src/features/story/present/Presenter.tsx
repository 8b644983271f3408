import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Show } from '@/api/stories';
import { Button } from '@/ui';
import { lasted } from './keys';
import classes from './Present.module.css';
import { Slide } from './Slide';

/** Draws what the presenter has beside the slide: what to say, what comes next, how long it has been. */
export function Presenter({ show, at }: { show: Show; at: number }) {
  const { t } = useTranslation('story');
  const slide = show.slides[at];
  const next = show.slides[at + 1];
  if (slide === undefined) return null;
  return (
    <section className={classes['presenter']} aria-label={t('present.notes')}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long notes scroll, by keys too */}
      <div className={classes['words']} tabIndex={0}>
        <h2>{slide.title}</h2>
        {slide.notes.length === 0 && <p>{t('present.noNotes')}</p>}
        {slide.notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
        {slide.sources.length > 0 && (
          <>
            <h3>{t('present.sources')}</h3>
            {slide.sources.map((source) => (
              <p key={source}>{source}</p>
            ))}
          </>
        )}
      </div>
      <div className={classes['aside']}>
        <Timer />
        <h3>
          {next === undefined ? t('present.last') : t('present.comes', { title: next.title })}
        </h3>
        {next !== undefined && (
          <div inert className={classes['small']}>
            <Slide html={next.html} style={show.style} />
          </div>
        )}
      </div>
    </section>
  );
}

/** When the show that is on began; its notes come and go. */
let begun = 0;

/** Begins to count anew. */
export function beginTimer(): void {
  begun = Date.now();
}

function Timer() {
  const { t } = useTranslation('story');
  const [now, setNow] = useState(() => Date.now());
  const tick = useRef<number>(undefined);
  useEffect(() => {
    tick.current = window.setInterval(() => setNow(Date.now()), 1000);
    return () => window.clearInterval(tick.current);
  }, []);
  const restart = () => {
    beginTimer();
    setNow(Date.now());
  };
  return (
    <p className={classes['timer']}>
      <b role="timer" aria-label={t('present.timer')}>
        {lasted(Math.max(0, Math.floor((now - begun) / 1000)))}
      </b>
      <Button size="small" onClick={restart}>
        {t('present.restart')}
      </Button>
    </p>
  );
}
