import { useQuery } from '@tanstack/react-query';
import i18next from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { talks as api, mail } from '@/api';
import type { Recap } from '@/api/talks';
import { localeOf } from '@/i18n';
import { Button, Dialog, Segmented, useToast } from '@/ui';
import { Labelled } from '../plan/Labelled';
import { recapMail } from './recap';
import { type Say, useSay } from './say';
import classes from './TalkForm.module.css';

/** Shows the mail that says what was agreed, to be changed, sent or copied. */
export function RecapDialog(props: { account: string; touchpoint: string; onClose: () => void }) {
  const say = useSay();
  const query = useQuery({
    queryKey: ['account', props.account, 'recap', props.touchpoint],
    queryFn: () => api.recap(props.account, props.touchpoint),
    retry: false,
  });
  return (
    <Dialog opened onClose={props.onClose} title={say('recap.title')} size="lg">
      {query.error !== null && <p role="alert">{query.error.message}</p>}
      {query.data !== undefined && <Letter recap={query.data} onClose={props.onClose} />}
    </Dialog>
  );
}

type Language = 'en' | 'de';

function Letter({ recap, onClose }: { recap: Recap; onClose: () => void }) {
  const say = useSay();
  const toast = useToast();
  const { i18n } = useTranslation();
  const [language, setLanguage] = useState<Language>(() =>
    (recap.language === '' ? i18n.language : recap.language).startsWith('de') ? 'de' : 'en',
  );
  const written = (to: Language) =>
    recapMail(recap, i18next.getFixedT(to, 'talks') as unknown as Say, localeOf(to));
  const [letter, setLetter] = useState(() => written(language));
  const choose = (to: Language) => {
    setLanguage(to);
    setLetter(written(to));
  };
  const addresses = recap.to.map((one) => one.email).filter((one) => one !== '');
  const href = mail.mailTo(addresses.join(','), letter.subject, letter.body);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(`${letter.subject}\n\n${letter.body}`);
      toast({ message: say('recap.copied') });
    } catch {
      toast({ message: say('recap.notCopied'), bad: true });
    }
  };
  return (
    <div className={classes['letter']}>
      <div className={classes['letterHead']}>
        <p>
          {say('recap.to')}{' '}
          <b>
            {recap.to.length === 0
              ? say('recap.nobody')
              : recap.to.map((one) => one.name).join(', ')}
          </b>
        </p>
        <Segmented
          label={say('recap.language')}
          value={language}
          onChange={choose}
          options={[
            { value: 'en', label: 'English' },
            { value: 'de', label: 'Deutsch' },
          ]}
        />
      </div>
      <Labelled label={say('recap.subjectLabel')}>
        {(field) => (
          <input
            {...field}
            value={letter.subject}
            onChange={(e) => setLetter({ ...letter, subject: e.currentTarget.value })}
          />
        )}
      </Labelled>
      <Labelled label={say('recap.bodyLabel')}>
        {(field) => (
          <textarea
            {...field}
            ref={focusOnce}
            rows={16}
            value={letter.body}
            onChange={(e) => setLetter({ ...letter, body: e.currentTarget.value })}
          />
        )}
      </Labelled>
      {recap.left_out > 0 && (
        <p className={classes['note']}>{say('recap.leftOut', { count: recap.left_out })}</p>
      )}
      <div className={classes['formActions']}>
        <a
          className={classes['send']}
          href={href}
          onClick={(event) => {
            if (mail.openMail(href)) event.preventDefault();
            onClose();
          }}
        >
          {say('recap.send')}
        </a>
        <Button onClick={() => void copy()}>{say('recap.copy')}</Button>
      </div>
    </div>
  );
}

/** The mail comes after its dialog, which has given the focus to its close button by then. */
function focusOnce(element: HTMLElement | null) {
  element?.focus();
}
