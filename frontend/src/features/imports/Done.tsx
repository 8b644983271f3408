import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { imports, toProblem } from '@/api';
import { fileName } from '@/lib/names';
import { useFormat } from '@/state';
import { Button, PageHead } from '@/ui';
import classes from './Imports.module.css';
import { Notes } from './Notes';
import { session, useSession } from './session';

/** Says what was written, and what is left to do: refused rows, the next file. */
export function Done({ done, onGo }: { done: imports.ImportDone; onGo: () => void }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const { files } = useSession();
  const [problem, setProblem] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const count = done.new + done.changed;
  const [, next] = files;
  const counts = {
    new: format.number(done.new),
    changed: format.number(done.changed),
    same: format.number(done.same),
    refused: format.number(done.refused),
  };
  return (
    <>
      <PageHead title={t('title')} />
      <section className={classes['done']} aria-labelledby="import-done">
        <h2 id="import-done" ref={heading} tabIndex={-1}>
          {t('doneTitle', { count, total: format.number(count) })}
        </h2>
        <p>{t('doneText', counts)}</p>
        {done.refused > 0 && <p>{t('mendText')}</p>}
        {problem !== '' && (
          <p role="alert" className={classes['obstacle']}>
            {problem}
          </p>
        )}
        <div className={classes['formActions']}>
          {done.refused > 0 && (
            <Button
              onClick={() =>
                void imports.saveRefused().catch((cause) => setProblem(toProblem(cause).message))
              }
            >
              {t('saveRefused', { count: done.refused })}
            </Button>
          )}
          {next === undefined ? (
            <>
              <Button onClick={session.clear}>{t('anotherFile')}</Button>
              <Button
                look="primary"
                onClick={() => {
                  session.clear();
                  onGo();
                }}
              >
                {t('goOn')}
              </Button>
            </>
          ) : (
            <Button look="primary" onClick={session.next}>
              {t('nextFile', { file: fileName(next) })}
            </Button>
          )}
        </div>
        <Notes notes={done.notes} more={0} />
      </section>
    </>
  );
}
