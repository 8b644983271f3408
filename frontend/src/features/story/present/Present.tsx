import { Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fullscreen, stories } from '@/api';
import type { Show, StoryPage } from '@/api/stories';
import { Button, EmptyState } from '@/ui';
import { begin, follow } from './keys';
import classes from './Present.module.css';
import { Presenter } from './Presenter';
import { Slide } from './Slide';

/** Presents a story over the whole screen; the focus comes back to where it was. */
export function Present(props: { story: StoryPage; locale: string; onClose: () => void }) {
  const { t } = useTranslation('story');
  const { story, locale, onClose } = props;
  const show = useQuery({
    queryKey: ['story', story.id, 'slides', locale],
    queryFn: () => stories.slides(story.id, locale),
  });
  const latest = useRef(onClose);
  latest.current = onClose;
  useEffect(() => fullscreen.fillScreen(() => latest.current()), []);
  return (
    <Modal.Root
      opened
      fullScreen
      returnFocus={false}
      onClose={onClose}
      transitionProps={{ duration: 0 }}
    >
      <Modal.Content
        aria-label={t('present.label', { title: story.title })}
        className={classes['content']}
      >
        {show.data !== undefined && show.data.slides.length > 0 ? (
          <Stage show={show.data} onClose={onClose} />
        ) : (
          <div className={classes['wait']} data-autofocus tabIndex={-1}>
            {show.error !== null && (
              <EmptyState
                title={t('failed')}
                alert
                actions={<Button onClick={onClose}>{t('present.leave')}</Button>}
              >
                {show.error.message}
              </EmptyState>
            )}
          </div>
        )}
      </Modal.Content>
    </Modal.Root>
  );
}

function Stage({ show, onClose }: { show: Show; onClose: () => void }) {
  const { t } = useTranslation('story');
  const [place, setPlace] = useState(begin);
  const stage = useRef<HTMLDivElement>(null);
  useEffect(() => stage.current?.focus(), []);
  const total = show.slides.length;
  const slide = show.slides[place.at] ?? show.slides[0];
  if (slide === undefined) return null;
  const go = (key: string) => setPlace((now) => follow(now, key, false, total) ?? now);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Tab' || event.key === 'Escape') return;
    // Nothing behind the show may answer: not the search, not undo.
    event.stopPropagation();
    if (event.key === 'F5') event.preventDefault();
    const next = isOwn(event) ? undefined : follow(place, event.key, event.shiftKey, total);
    if (next === undefined) return;
    event.preventDefault();
    setPlace(next);
  };
  const where = t('present.where', { at: place.at + 1, total, title: slide.title });
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the show hears its keys from anywhere inside
    <div className={classes['show']} data-notes={place.notes} onKeyDown={onKeyDown}>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the show answers the keys */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a click goes on, as keys do */}
      <div ref={stage} tabIndex={-1} className={classes['stage']} onClick={() => go('ArrowRight')}>
        {place.black ? (
          <span className={classes['unseen']}>{t('present.isBlack')}</span>
        ) : (
          <Slide html={slide.html} style={show.style} />
        )}
        {place.typed !== '' && (
          <span className={classes['typed']}>{t('present.goTo', { n: place.typed })}</span>
        )}
      </div>
      <p role="status" className={classes['unseen']}>
        {where}
      </p>
      {place.notes && <Presenter show={show} at={place.at} />}
      <div className={classes['bar']}>
        {place.notes && <p className={classes['keys']}>{t('present.keys')}</p>}
        <Button size="small" onClick={() => go('ArrowLeft')}>
          {t('present.back')}
        </Button>
        <span aria-hidden>
          {place.at + 1} / {total}
        </span>
        <Button size="small" onClick={() => go('ArrowRight')}>
          {t('present.next')}
        </Button>
        <Button size="small" aria-pressed={place.notes} onClick={() => go('n')}>
          {t('present.notes')}
        </Button>
        <Button size="small" aria-pressed={place.black} onClick={() => go('b')}>
          {t('present.black')}
        </Button>
        <Button size="small" onClick={onClose}>
          {t('present.leave')}
        </Button>
      </div>
    </div>
  );
}

/** Says whether a key belongs to a button or the system, and not to the show. */
function isOwn(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return true;
  const presses = event.key === 'Enter' || event.key === ' ';
  return presses && event.target instanceof HTMLButtonElement;
}
