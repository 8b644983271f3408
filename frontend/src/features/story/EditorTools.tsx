import { IconBold, IconH3, IconItalic, IconList, IconListNumbers } from '@tabler/icons-react';
import { type Editor, useEditorState } from '@tiptap/react';
import { type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Editor.module.css';

const tools = [
  { name: 'bold', icon: IconBold, run: (to: Editor) => to.chain().focus().toggleBold().run() },
  {
    name: 'italic',
    icon: IconItalic,
    run: (to: Editor) => to.chain().focus().toggleItalic().run(),
  },
  {
    name: 'bulletList',
    icon: IconList,
    run: (to: Editor) => to.chain().focus().toggleBulletList().run(),
  },
  {
    name: 'orderedList',
    icon: IconListNumbers,
    run: (to: Editor) => to.chain().focus().toggleOrderedList().run(),
  },
  {
    name: 'heading',
    icon: IconH3,
    run: (to: Editor) => to.chain().focus().toggleHeading({ level: 3 }).run(),
  },
] as const;

/** Draws the tools under the words; one stop of Tab, arrow keys go from tool to tool. */
export function Tools({ editor }: { editor: Editor }) {
  const { t } = useTranslation('story');
  const bar = useRef<HTMLDivElement>(null);
  const active = useEditorState({
    editor,
    selector: ({ editor: now }) => tools.map((tool) => now.isActive(tool.name)),
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (by === undefined || event.altKey) return;
    const all = [...(bar.current?.querySelectorAll('button') ?? [])];
    const at = all.indexOf(document.activeElement as HTMLButtonElement);
    event.preventDefault();
    all[(at + by + all.length) % all.length]?.focus();
  };
  return (
    <div className={classes['under']}>
      <div
        ref={bar}
        role="toolbar"
        aria-label={t('tools')}
        className={classes['tools']}
        onKeyDown={onKeyDown}
      >
        {tools.map(({ name, icon: Icon, run }, at) => (
          <button
            key={name}
            type="button"
            tabIndex={at === 0 ? 0 : -1}
            aria-label={t(`tool.${name}`)}
            title={t(`tool.${name}`)}
            aria-pressed={active[at] ?? false}
            // The words keep their selection.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => run(editor)}
          >
            <Icon size={15} stroke={1.8} aria-hidden />
          </button>
        ))}
      </div>
      <p className={classes['keys']}>{t('keys')}</p>
    </div>
  );
}
