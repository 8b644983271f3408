import type { DraggableProvidedDragHandleProps } from '@hello-pangea/dnd';
import { Menu } from '@mantine/core';
import {
  IconArrowDown,
  IconArrowUp,
  IconChevronDown,
  IconChevronRight,
  IconDots,
  IconEyeOff,
  IconGripVertical,
  IconPencil,
} from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toProblem } from '@/api';
import type { Section } from '@/api/stories';
import { focusIfFree } from '@/lib/focus';
import { useOnce } from '@/state';
import classes from './Claims.module.css';
import type { Deeds } from './useClaims';

/** Draws what stands over a section's claims: its name, its heading on the page, what to do with it. */
export function SectionHead(props: {
  section: Section;
  told: boolean;
  open: boolean;
  handle: DraggableProvidedDragHandleProps | null;
  deeds: Deeds;
  onToggle: () => void;
}) {
  const { t } = useTranslation('story');
  const { section, told, open, deeds } = props;
  const [naming, setNaming] = useState(false);
  const onKeyDown = (event: KeyboardEvent) => {
    if (told || !event.altKey || !['ArrowUp', 'ArrowDown'].includes(event.key)) return;
    event.preventDefault();
    deeds.stepSection(section.key, event.key === 'ArrowUp' ? -1 : 1);
  };
  const Icon = open ? IconChevronDown : IconChevronRight;
  return (
    <>
      <div className={classes['over']}>
        {!told && (
          <button
            type="button"
            {...props.handle}
            className={classes['grip']}
            aria-label={t('dragSection', { section: section.name })}
          >
            <IconGripVertical size={14} aria-hidden />
          </button>
        )}
        <h2>
          <button
            type="button"
            aria-expanded={open}
            onClick={props.onToggle}
            onKeyDown={onKeyDown}
            title={told ? undefined : t('sectionKeys')}
          >
            <Icon size={14} aria-hidden />
            <span>{section.name}</span>
            <small>
              {section.claims.length === 0
                ? t('noClaims')
                : t('claims', { count: section.claims.length })}
            </small>
          </button>
        </h2>
        {!told && <Deed section={section} deeds={deeds} onName={() => setNaming(true)} />}
      </div>
      {(open || naming) && (
        <Heading
          section={section}
          told={told}
          naming={naming}
          onNaming={setNaming}
          rename={(title) => deeds.rename(section.key, title)}
        />
      )}
    </>
  );
}

function Deed(props: { section: Section; deeds: Deeds; onName: () => void }) {
  const { t } = useTranslation('story');
  const { section, deeds } = props;
  return (
    <Menu position="bottom-end" withinPortal returnFocus={false}>
      <Menu.Target>
        <button
          type="button"
          className={classes['dots']}
          aria-label={t('sectionMenu', { section: section.name })}
        >
          <IconDots size={15} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil size={14} aria-hidden />} onClick={props.onName}>
          {t('nameSection')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconArrowUp size={14} aria-hidden />}
          onClick={() => deeds.stepSection(section.key, -1)}
        >
          {t('up')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconArrowDown size={14} aria-hidden />}
          onClick={() => deeds.stepSection(section.key, 1)}
        >
          {t('down')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconEyeOff size={14} aria-hidden />}
          onClick={() => deeds.hide(section.key, true)}
        >
          {t('takeOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** Draws the heading that the section has on the page, edited in place. */
function Heading(props: {
  section: Section;
  told: boolean;
  naming: boolean;
  onNaming: (on: boolean) => void;
  rename: (title: string) => Promise<unknown>;
}) {
  const { t } = useTranslation('story');
  const { section, naming } = props;
  const [title, setTitle] = useState(section.title);
  const [problem, setProblem] = useState('');
  const button = useRef<HTMLButtonElement>(null);
  const back = useRef(false);
  useEffect(() => {
    if (naming) setTitle(section.title);
    else if (back.current) focusIfFree(button.current);
    back.current = false;
  }, [naming, section.title]);
  const close = (byKey: boolean) => {
    back.current = byKey;
    setProblem('');
    props.onNaming(false);
  };
  const save = useOnce(async (byKey: boolean) => {
    if (title.trim() === section.title) {
      close(byKey);
      return;
    }
    try {
      await props.rename(title);
      close(byKey);
    } catch (cause) {
      setProblem(toProblem(cause).message);
    }
  });
  if (!naming) {
    const words = section.title === '' ? t('headingComposed') : section.title;
    if (props.told || section.own) return null;
    return (
      <button
        ref={button}
        type="button"
        className={classes['headed']}
        aria-label={t('editHeading', { title: words })}
        onClick={() => props.onNaming(true)}
      >
        {words}
      </button>
    );
  }
  return (
    <>
      <input
        // biome-ignore lint/a11y/noAutofocus: it was asked for by the button in its place
        autoFocus
        className={classes['heading']}
        aria-label={t('sectionHeading')}
        aria-invalid={problem !== ''}
        placeholder={t('headingComposed')}
        value={title}
        onChange={(event) => setTitle(event.target.value)}
        onBlur={() => void save(false)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') void save(true);
          if (event.key === 'Escape') close(true);
        }}
      />
      {problem !== '' && <p role="alert">{problem}</p>}
    </>
  );
}
