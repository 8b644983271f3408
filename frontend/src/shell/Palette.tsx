import { Modal, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useRouterState } from '@tanstack/react-router';
import { type KeyboardEvent, useCallback, useEffect, useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { search, settings, toProblem } from '@/api';
import {
  portfolioView,
  starterNames,
  starters,
  useExport,
  useSavedViews,
} from '@/features/portfolio';
import { sections } from '@/features/settings';
import { chooseLanguage } from '@/i18n';
import { sizeOf } from '@/lib/size';
import { useFormat, useUndo } from '@/state';
import { useToast } from '@/ui';
import { useOpenRecord } from '@/why';
import { useAccountActions } from './accountActions';
import { type Choice, inOrder, isNamed } from './choices';
import { Marked } from './Marked';
import classes from './Palette.module.css';

interface PaletteProps {
  opened: boolean;
  onClose: () => void;
  onShortcuts: () => void;
  onCapture: () => void;
}

/** Shows the one box that reaches every account and every action. */
export function Palette(props: PaletteProps) {
  const { t } = useTranslation();
  return (
    <Modal.Root
      opened={props.opened}
      onClose={props.onClose}
      size="36rem"
      yOffset="12vh"
      // Gone at once: while it fades it would swallow the next key.
      transitionProps={{ duration: 0 }}
    >
      <Modal.Overlay />
      <Modal.Content aria-label={t('search.label')}>
        <Box {...props} />
      </Modal.Content>
    </Modal.Root>
  );
}

function Box(props: PaletteProps) {
  const { t } = useTranslation();
  const id = useId();
  const [words, setWords] = useState('');
  const [picked, setPicked] = useState<string>();
  const [pressed, setPressed] = useState(false);
  const { choices, answered } = useChoices(words, props);
  const first = choices[0];
  // What is found may still come above the first line, unless that one is named.
  const sure = answered || (first !== undefined && isNamed(first, words));
  const found = choices.findIndex((choice) => choice.key === picked);
  const at = found < 0 && sure && first !== undefined ? 0 : found;
  const choose = (choice: Choice | undefined) => {
    if (choice === undefined) return;
    props.onClose();
    choice.run();
  };
  // Once shown as selected a line stays so, whatever comes above it.
  useEffect(() => {
    if (picked === undefined && sure) setPicked(first?.key);
  }, [picked, sure, first?.key]);
  // Enter was quicker than the search: it opens what that finds first.
  useEffect(() => {
    if (!pressed || !answered) return;
    setPressed(false);
    choose(first);
  });
  // Round the ends: below the last comes the first.
  const go = (to: number) => setPicked((choices.at(to) ?? first)?.key);
  const enter = () => (at >= 0 || answered ? choose(choices[at]) : setPressed(true));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') enter();
    else if (event.key === 'ArrowDown') go(at + 1);
    else if (event.key === 'ArrowUp') go(at <= 0 ? -1 : at - 1);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <input
        data-autofocus
        onKeyDown={onKeyDown}
        role="combobox"
        aria-expanded
        aria-controls={`${id}-list`}
        aria-activedescendant={at >= 0 ? `${id}-${at}` : undefined}
        aria-label={t('search.label')}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        placeholder={t('search.placeholder')}
        className={classes['input']}
        value={words}
        onChange={(event) => {
          setWords(event.currentTarget.value);
          setPicked(undefined);
          setPressed(false);
        }}
      />
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={t('search.label')}
        className={classes['list']}
      >
        {choices.map((choice, index) => (
          <div key={choice.key} role="presentation">
            {choice.group !== choices[index - 1]?.group && (
              <div role="presentation" className={classes['group']}>
                {t(`search.${choice.group}`)}
              </div>
            )}
            {/* biome-ignore lint/a11y/useKeyWithClickEvents: the combobox answers the keys */}
            {/* biome-ignore lint/a11y/useFocusableInteractive: the combobox has the focus */}
            <div
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === at}
              className={classes['option']}
              onClick={() => choose(choice)}
              onMouseMove={(event) => {
                // Lines that move under a mouse at rest do not count.
                if (event.movementX !== 0 || event.movementY !== 0) setPicked(choice.key);
              }}
            >
              <span className={classes['title']}>
                <Marked text={choice.title} words={words} />
              </span>
              <span className={classes['detail']}>
                <Marked text={choice.detail} words={words} />
              </span>
              <span className={classes['keys']}>
                {choice.keys?.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </span>
            </div>
          </div>
        ))}
      </div>
      {choices.length === 0 && answered && <p className={classes['none']}>{t('search.none')}</p>}
    </>
  );
}

/** Gathers the actions, accounts and records with these words; `answered` once the search is done. */
function useChoices(words: string, props: PaletteProps): { choices: Choice[]; answered: boolean } {
  const [settled] = useDebouncedValue(words.trim(), 60);
  const actions = useActions(props);
  const found = useQuery({
    queryKey: ['search', settled],
    queryFn: () => search.find(settled),
    placeholderData: (before) => before,
    enabled: settled !== '',
  });
  const openRecord = useOpenRecord();
  const { t } = useTranslation('chronicle');
  const wanted = words.trim();
  const hits = (wanted === '' ? [] : (found.data ?? []))
    .filter((hit) => hit.account !== '')
    .map((hit): Choice => {
      const isAccount = hit.kind === 'account';
      return {
        key: `${hit.kind}/${hit.id}`,
        group: isAccount ? 'accounts' : 'records',
        title: isAccount ? hit.account_name || hit.title : hit.title,
        detail: isAccount
          ? hit.snippet
          : [t(`kind.${hit.kind as 'account'}`), hit.account_name, hit.snippet]
              .filter(Boolean)
              .join(' · '),
        run: () => openRecord(hit.kind, hit.id),
      };
    });
  const fresh = found.isError || (found.isSuccess && !found.isPlaceholderData);
  return {
    choices: inOrder(words, actions, hits),
    answered: wanted === '' || (settled === wanted && fresh),
  };
}

function useActions({ onShortcuts, onCapture }: PaletteProps): Choice[] {
  const { t } = useTranslation(['common', 'settings', 'ways']);
  const backUp = useBackUp();
  const exportTable = useExportShown();
  const views = useViews();
  const { i18n } = useTranslation();
  const onAccount = useAccountActions();
  const navigate = useNavigate();
  const { undo, redo } = useUndo();
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light');
  return useMemo(() => {
    const action = (
      key: string,
      title: string,
      run: () => void,
      keys?: readonly string[],
    ): Choice => ({
      key,
      group: 'actions',
      title,
      detail: '',
      run,
      ...(keys !== undefined && { keys }),
    });
    return [
      ...onAccount.map((one) => action(one.key, one.title, one.run, one.keys)),
      action('capture', t('search.capture'), onCapture, ['C']),
      action('today', t('search.goToday'), () => void navigate({ to: '/today' })),
      action('portfolio', t('search.goPortfolio'), () => void navigate({ to: '/portfolio' })),
      action('renewals', t('search.goRenewals'), () => void navigate({ to: '/renewals' })),
      action('learning', t('search.goLearning'), () => void navigate({ to: '/learning' })),
      action('stories', t('search.goStories'), () => void navigate({ to: '/stories' })),
      action(
        'alignment',
        t('search.goAlignment'),
        () => void navigate({ to: '/portfolio/alignment' }),
      ),
      ...views.map((one) =>
        action(
          `view-${one.id}`,
          t('search.view', { name: one.name }),
          () => void navigate({ to: '/portfolio', search: one.view }),
        ),
      ),
      ...(['roads', 'map', 'sale', 'assets'] as const).map((way) =>
        action(`way-${way}`, t(`ways:go.${way}`), () => void navigate({ to: `/portfolio/${way}` })),
      ),
      action('import', t('search.goImport'), () => void navigate({ to: '/import' })),
      action('export-xlsx', t('search.exportXlsx'), () => void exportTable('xlsx', 'shown')),
      action('export-csv', t('search.exportCsv'), () => void exportTable('csv', 'shown')),
      action('back-up', t('search.backUp'), () => void backUp()),
      action('undo', t('undo'), () => void undo(), ['Ctrl', 'Z']),
      action('redo', t('redo'), () => void redo(), ['Ctrl', 'Shift', 'Z']),
      action('theme', t('search.theme'), () =>
        setColorScheme(scheme === 'dark' ? 'light' : 'dark'),
      ),
      action('language', t('search.language'), () => {
        void chooseLanguage(i18n.language === 'de' ? 'en' : 'de');
      }),
      action('shortcuts', t('search.shortcuts'), onShortcuts, ['?']),
      action('start', t('nav.openOther'), () => void navigate({ to: '/start' })),
      ...sections.map((section, at) =>
        action(
          `settings-${section}`,
          t('search.settings', { section: t(`settings:section.${section}`) }),
          () => void navigate({ to: '/settings/$section', params: { section } }),
          at === 0 ? ['Ctrl', ','] : undefined,
        ),
      ),
    ];
  }, [
    t,
    navigate,
    undo,
    redo,
    setColorScheme,
    scheme,
    onShortcuts,
    onCapture,
    backUp,
    exportTable,
    views,
    onAccount,
    i18n,
  ]);
}

/** Returns how to export the accounts as the portfolio shows them; elsewhere, all of them. */
function useExportShown() {
  const search = useRouterState({
    select: ({ location }) =>
      location.pathname === '/portfolio' ? (location.search as Record<string, unknown>) : none,
  });
  const view = useMemo(() => portfolioView(search), [search]);
  return useExport(view).run;
}

const none = {};

/** Returns the views of the portfolio: those of every workspace, then its own. */
function useViews() {
  const { t } = useTranslation('portfolio');
  const saved = useSavedViews();
  return useMemo(
    () => [
      ...starterNames.map((id) => ({ id, name: t(`starter.${id}`), view: starters[id] })),
      ...saved,
    ],
    [t, saved],
  );
}

/** Returns how to make a backup from anywhere. */
function useBackUp() {
  const { t } = useTranslation('settings');
  const { locale } = useFormat();
  const client = useQueryClient();
  const toast = useToast();
  return useCallback(async () => {
    try {
      const { size } = await settings.backUp();
      toast({ message: t('backups.made', { size: sizeOf(size, locale) }) });
      await client.invalidateQueries({ queryKey: ['settings', 'backups'] });
    } catch (cause) {
      const problem = toProblem(cause);
      toast({ message: problem.message, bad: problem.code !== 'cancelled' });
    }
  }, [t, locale, client, toast]);
}
