import { IconArrowLeft, IconFileImport, IconPlant2, IconSquarePlus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dialogs, type Problem, toProblem, workspace } from '@/api';
import { useFormat, useStatus } from '@/state';
import { Button, useToast } from '@/ui';
import { NewWorkspace } from './NewWorkspace';
import { Stairs } from './Stairs';
import classes from './Start.module.css';
import { nameOf, Trouble } from './Trouble';

/** What the first start tells the shell. */
export interface StartPageProps {
  brand: ReactNode;
  onOpened: () => void;
  onImport: () => void;
}

type Door = 'none' | 'sample' | 'import' | 'empty' | 'open';

/** The doors that lead to a file: why it did not open is the program's to keep. */
const toFile: readonly Door[] = ['sample', 'open'];

/** Draws the three doors: look at the sample, bring accounts along, start empty. */
export function StartPage(props: StartPageProps) {
  const { t } = useTranslation('start');
  const status = useStatus().data;
  const client = useQueryClient();
  const [door, setDoor] = useState<Door>('none');
  const [busy, setBusy] = useState<Door>('none');
  const [problem, setProblem] = useState<Problem>();

  const enter = async (which: Door, run: () => Promise<workspace.Status>, then: () => void) => {
    setBusy(which);
    setProblem(undefined);
    try {
      client.setQueryData(['status'], await run());
      await client.invalidateQueries();
      then();
    } catch (cause) {
      const now = await workspace.status().catch(() => undefined);
      if (now !== undefined) client.setQueryData(['status'], now);
      if (now?.failed == null || !toFile.includes(which)) setProblem(toProblem(cause));
    } finally {
      setBusy('none');
    }
  };
  const openFile = async () => {
    const path = await dialogs.openFile(t('another'), ['*.tendril']).catch(() => '');
    if (path !== '') await enter('open', () => workspace.open(path), props.onOpened);
  };
  const toast = useToast();
  const { moment } = useFormat();
  const recover = () =>
    enter(
      'sample',
      async () => {
        const made = await workspace.recover();
        const parts = { name: nameOf(made.path), moment: moment(made.backup), count: made.later };
        const from = made.backup === '' ? t('recovered.file', parts) : t('recovered.backup', parts);
        const missing =
          made.missing === 0
            ? t('recovered.whole')
            : t('recovered.missing', { count: made.missing });
        toast({ message: `${from} ${missing}` });
        return workspace.status();
      },
      props.onOpened,
    );
  const create = (name: string, currency: string) => {
    const then = door === 'import' ? props.onImport : props.onOpened;
    void enter(door, () => workspace.createEmpty(name, currency), then);
  };
  const isOpen = status !== undefined && status.state !== 'none' && status.state !== 'damaged';
  const toggle = (which: Door) => setDoor(door === which ? 'none' : which);

  return (
    <div className={classes['page']}>
      <div className={classes['brand']}>{props.brand}Tendril</div>
      <h1 className={classes['title']}>{t('title')}</h1>
      <p className={classes['lead']}>{isOpen ? t('leadOpen', { name: status.name }) : t('lead')}</p>
      {status?.failed != null && problem === undefined && (
        <Trouble
          key={status.failed.path}
          failed={status.failed}
          busy={busy !== 'none'}
          onAgain={() => {
            const path = status.failed?.path ?? '';
            void enter('open', () => workspace.open(path), props.onOpened);
          }}
          onRead={() => void enter('open', workspace.openToRead, props.onOpened)}
          onRecover={() => void recover()}
        />
      )}
      {problem !== undefined && problem.field === '' && (
        <p role="alert" className={classes['problem']}>
          {problem.message}
        </p>
      )}
      <div className={classes['doors']}>
        <DoorButton
          icon={<IconPlant2 size={26} stroke={1.4} aria-hidden />}
          title={busy === 'sample' ? t('opening') : t('sample')}
          text={t('sampleText')}
          disabled={busy !== 'none'}
          onClick={() => void enter('sample', workspace.createSample, props.onOpened)}
        />
        <DoorButton
          icon={<IconFileImport size={26} stroke={1.4} aria-hidden />}
          title={t('import')}
          text={t('importText')}
          expanded={door === 'import'}
          disabled={busy !== 'none'}
          onClick={() => toggle('import')}
        />
        <DoorButton
          icon={<IconSquarePlus size={26} stroke={1.4} aria-hidden />}
          title={t('empty')}
          text={t('emptyText')}
          expanded={door === 'empty'}
          disabled={busy !== 'none'}
          onClick={() => toggle('empty')}
        />
      </div>
      {(door === 'import' || door === 'empty') && (
        <NewWorkspace key={door} busy={busy !== 'none'} problem={problem} onCreate={create} />
      )}
      <div className={classes['foot']}>
        {isOpen && (
          <Button
            look="quiet"
            icon={<IconArrowLeft size={14} stroke={1.6} aria-hidden />}
            onClick={props.onOpened}
          >
            {t('back')}
          </Button>
        )}
        {dialogs.inWindow() && <Button onClick={() => void openFile()}>{t('another')}</Button>}
        {status !== undefined && <span>{t('savedIn', { folder: status.folder })}</span>}
      </div>
      <Stairs />
    </div>
  );
}

function DoorButton(props: {
  icon: ReactNode;
  title: string;
  text: string;
  expanded?: boolean;
  disabled: boolean;
  onClick: () => void;
}) {
  return (
    <button
      type="button"
      className={classes['door']}
      aria-expanded={props.expanded}
      disabled={props.disabled}
      onClick={props.onClick}
    >
      {props.icon}
      <span className={classes['doorTitle']}>{props.title}</span>
      <span className={classes['doorText']}>{props.text}</span>
    </button>
  );
}
