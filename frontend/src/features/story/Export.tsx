import { Menu } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconShare2, IconTemplate } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { stories, toProblem } from '@/api';
import type { Finding, Format, StoryPage } from '@/api/stories';
import { formats, useWritten } from '@/documents';
import { Button, useToast } from '@/ui';
import { AskFirst } from './AskFirst';
import {
  canBe,
  fileName,
  findingsOf,
  type KindName,
  kinds,
  type WrittenAs,
  writeAs,
} from './kinds';
import { TemplateDialog } from './TemplateDialog';
import { agreedTo, agreeTo } from './usePreflight';

/** Draws the way out of the house: a menu of the formats, by Ctrl E too. How far it is, the frame shows. */
export function Export(props: {
  story: StoryPage;
  locale: string;
  onFinding: (finding: Finding) => void;
}) {
  const { t } = useTranslation('story');
  const { story, locale } = props;
  const { busy, run, asked, answer } = useExport(story, locale);
  const [opened, setOpened] = useState(false);
  const [own, setOwn] = useState(false);
  const [as, setAs] = useState<KindName>('asDeck');
  const button = useRef<HTMLButtonElement>(null);
  useHotkeys([['mod+E', () => setOpened(true)]], ['INPUT', 'TEXTAREA', 'SELECT'], true);
  return (
    <>
      <Menu
        opened={opened}
        onChange={setOpened}
        position="bottom-end"
        withinPortal
        disabled={busy !== ''}
      >
        <Menu.Target>
          <Button
            ref={button}
            look="primary"
            title={t('exportKeys')}
            aria-disabled={busy !== ''}
            icon={<IconShare2 size={14} stroke={1.6} aria-hidden />}
          >
            {busy === '' ? t('export') : t('writing')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t('exportAs')}</Menu.Label>
          <Menu.RadioGroup value={as} onChange={(name) => setAs(name as KindName)}>
            {kinds.map(({ name }) => (
              <Menu.RadioItem key={name} value={name} closeMenuOnClick={false}>
                {t(name)}
              </Menu.RadioItem>
            ))}
          </Menu.RadioGroup>
          <Menu.Divider />
          <Menu.Label>{t('exportFormat')}</Menu.Label>
          {formats
            .filter(({ kind }) => canBe(as, kind))
            .map(({ kind, name, icon: Icon }) => (
              <Menu.Item
                key={kind}
                leftSection={<Icon size={15} stroke={1.6} aria-hidden />}
                onClick={() => void run(kind, as)}
              >
                {t(name)}
              </Menu.Item>
            ))}
          {as === 'asDeck' && (
            <Menu.Item
              leftSection={<IconTemplate size={15} stroke={1.6} aria-hidden />}
              onClick={() => setOwn(true)}
            >
              {t('exportOwn')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <TemplateDialog
        story={story}
        locale={locale}
        opened={own}
        onClose={() => setOwn(false)}
        onAgree={() => {
          setOwn(false);
          void run('pptx', 'asOwn');
        }}
      />
      <AskFirst
        story={story}
        findings={asked}
        onClose={() => answer(false)}
        onGo={(finding) => {
          answer(false);
          props.onFinding(finding);
        }}
        onAgree={(findings) => {
          agreeTo(story.id, findings);
          answer(true);
        }}
      />
    </>
  );
}

/** Returns how a story is written to a file, and which format is being written. */
function useExport(story: StoryPage, locale: string) {
  const { t } = useTranslation(['story', 'common']);
  const toast = useToast();
  const [busy, setBusy] = useState<Format | ''>('');
  const [question, setQuestion] = useState<Question | null>(null);
  const answer = (yes: boolean) => {
    question?.answer(yes);
    setQuestion(null);
  };
  /** Reports whether the story may leave: nothing stops it, and what it asks was agreed to. */
  const mayLeave = async (as: WrittenAs) => {
    const seen = agreedTo(story.id);
    const findings = await findingsOf(story, as, locale);
    const open = findings.filter((one) => one.level === 'error' || !seen.has(one.key));
    if (open.length === 0) return true;
    return new Promise<boolean>((resolve) => setQuestion({ findings: open, answer: resolve }));
  };
  const tell = useWritten();
  const leave = async (kind: Format, as: WrittenAs) => {
    if (!(await mayLeave(as))) return;
    const suggested = fileName(story, as, kind, t(`called.${as}`));
    const path = await stories.saveFile(t('saveTitle'), suggested);
    if (path === '') return;
    const agreed = [...agreedTo(story.id)];
    tell(await writeAs(story, as, { format: kind, path, locale, agreed }));
  };
  const run = async (kind: Format, as: WrittenAs) => {
    if (busy !== '') return;
    setBusy(kind);
    try {
      await leave(kind, as);
    } catch (cause) {
      const problem = toProblem(cause);
      if (problem.code === 'cancelled') toast({ message: t('exportCancelled') });
      else toast({ message: problem.message, bad: true });
    } finally {
      setBusy('');
    }
  };
  return { busy, run, asked: question?.findings ?? null, answer };
}

/** What is asked before an export goes on. */
interface Question {
  findings: Finding[];
  answer: (yes: boolean) => void;
}
