import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { learning as api, mail, toProblem } from '@/api';
import type { LearningPage } from '@/api/learning';
import { addDays } from '@/lib/dates';
import { useFormat, useWrite } from '@/state';
import { Button, Dialog, useToast } from '@/ui';
import { digestMarkdown, isEmpty } from './digest';
import { Day } from './forms';
import classes from './Learning.module.css';

/** What mail programs take in an address, in letters. */
const longest = 1900;

/** Shows what a team has to hear of a period, and sends it as a file, a mail or a copy. */
export function DigestDialog(props: { page: LearningPage; team: string; onClose: () => void }) {
  const { t } = useTranslation('learning');
  const { page } = props;
  const [team, setTeam] = useState(props.team === '' ? (page.teams[0]?.team ?? '') : props.team);
  const [from, setFrom] = useState(addDays(page.today, -90));
  const [to, setTo] = useState(page.today);
  const digest = useQuery({
    queryKey: ['learning', 'digest', team, from, to],
    queryFn: () => api.digest(team, from, to),
    enabled: team !== '',
  });
  return (
    <Dialog opened onClose={props.onClose} title={t('digestForm.title')} size="46rem">
      <div className={classes['dialog']}>
        <div className={classes['pair']}>
          <Select
            data-autofocus
            openOnFocus={false}
            label={t('digestForm.team')}
            allowDeselect={false}
            searchable
            data={page.teams.map((one) => one.team)}
            value={team}
            onChange={(value) => setTeam(value ?? '')}
          />
          <Day
            label={t('digestForm.from')}
            today={page.today}
            value={from}
            error={undefined}
            onChange={setFrom}
          />
          <Day
            label={t('digestForm.to')}
            today={page.today}
            value={to}
            error={digest.error?.message}
            onChange={setTo}
          />
        </div>
        {digest.data !== undefined && <Sending digest={digest.data} readOnly={page.read_only} />}
      </div>
    </Dialog>
  );
}

function Sending({ digest, readOnly }: { digest: api.Digest; readOnly: boolean }) {
  const { t } = useTranslation('learning');
  const { date, number } = useFormat();
  const write = useWrite();
  const toast = useToast();
  if (isEmpty(digest)) return <p role="status">{t('digestForm.nothing')}</p>;
  const text = digestMarkdown(digest, t, date);
  const subject = t('digestText.subject', { team: digest.team });
  const address = mail.mailTo('', subject, text);
  const save = async () => {
    try {
      const path = await api.saveDigest(`${subject}, ${digest.to}`, text);
      if (path !== '') toast({ message: t('done.file', { path }) });
    } catch (cause) {
      toast({ message: toProblem(cause).message, bad: true });
    }
  };
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    toast({ message: t('done.copied') });
  };
  return (
    <>
      <section aria-label={t('digestForm.preview')} className={classes['preview']}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long digest scrolls, by keys too */}
        <pre tabIndex={0}>{text}</pre>
      </section>
      <p className={classes['off']}>{t('digestForm.inside')}</p>
      <div className={classes['actions']}>
        <Button look="primary" onClick={() => void save()}>
          {t('digestForm.save')}
        </Button>
        <a
          className={classes['mail']}
          href={address}
          onClick={(event) => {
            if (mail.openMail(address)) event.preventDefault();
          }}
        >
          {t('digestForm.mail')}
        </a>
        <Button onClick={() => void copy()}>{t('digestForm.copy')}</Button>
        {!readOnly && digest.untold.length > 0 && (
          <Button
            onClick={() =>
              void write(
                () => api.tell(digest.untold, digest.team),
                t('done.told', { team: digest.team }),
              ).catch(() => undefined)
            }
          >
            {t('digestForm.tell', { found: number(digest.untold.length) })}
          </Button>
        )}
      </div>
      {address.length > longest && <p className={classes['off']}>{t('digestForm.long')}</p>}
    </>
  );
}
