import { Extension } from '@tiptap/core';
import { Bold } from '@tiptap/extension-bold';
import { Document } from '@tiptap/extension-document';
import { HardBreak } from '@tiptap/extension-hard-break';
import { Heading } from '@tiptap/extension-heading';
import { Italic } from '@tiptap/extension-italic';
import { BulletList, ListItem, OrderedList } from '@tiptap/extension-list';
import { Paragraph as ParagraphNode } from '@tiptap/extension-paragraph';
import { Text } from '@tiptap/extension-text';
import { UndoRedo } from '@tiptap/extensions';
import { EditorContent, useEditor } from '@tiptap/react';
import { type FocusEvent, type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Paragraph } from '@/api/stories';
import classes from './Editor.module.css';
import { Tools } from './EditorTools';
import { fromDocument, sameWords, toDocument } from './words';

/** What a claim may hold: the part of Markdown that the program writes it down in. */
const grammar = [
  Document,
  ParagraphNode,
  Text,
  Bold,
  Italic,
  HardBreak.extend({ addKeyboardShortcuts: () => ({}) }),
  Heading.configure({ levels: [3] }),
  BulletList,
  OrderedList,
  ListItem,
  UndoRedo,
];

/** Makes the keys of the field: Enter saves, but in a list begins an item. */
function keysOf(save: (words: Paragraph[]) => void) {
  return Extension.create({
    name: 'claimKeys',
    priority: 1000,
    addKeyboardShortcuts() {
      const now = () => {
        save(fromDocument(this.editor.getJSON()));
        return true;
      };
      const inList = () => this.editor.isActive('listItem');
      return {
        'Mod-Enter': now,
        ['Enter']: () => !inList() && now(),
        'Shift-Enter': () => this.editor.commands.splitBlock(),
      };
    },
  });
}

/**
 * Edits a claim's words in place. Enter saves and Shift Enter begins a paragraph; in a list Enter
 * begins an item. Ctrl Enter or leaving saves from anywhere, Escape does not.
 */
export function Editor(props: {
  /** The words as they are saved. */
  words: readonly Paragraph[];
  typed: readonly Paragraph[];
  onType: (words: Paragraph[]) => void;
  /** Saves, and answers with what is wrong with the words, or ''. */
  onSave: (words: Paragraph[]) => Promise<string>;
  onLeave: () => void;
  onMove?: (by: number) => void;
}) {
  const { t } = useTranslation('story');
  const done = useRef(false);
  const [problem, setProblem] = useState('');
  const latest = useRef(props);
  latest.current = props;
  const leave = () => {
    done.current = true;
    latest.current.onLeave();
  };
  const save = async (words: Paragraph[]) => {
    if (done.current) return;
    const { words: saved, onSave } = latest.current;
    if (sameWords(words, saved) || (words.length === 0 && saved.length === 0)) {
      leave();
      return;
    }
    done.current = true;
    const wrong = await onSave(words);
    done.current = wrong === '';
    setProblem(wrong);
  };
  const saving = useRef(save);
  saving.current = save;
  const [keys] = useState(() => keysOf((words) => void saving.current(words)));
  const editor = useEditor({
    extensions: [...grammar, keys],
    content: toDocument(props.typed),
    autofocus: 'end',
    editorProps: {
      attributes: {
        class: classes['words'] ?? '',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': t('words'),
      },
    },
    onUpdate: ({ editor: now }) => latest.current.onType(fromDocument(now.getJSON())),
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      leave();
    } else if (event.altKey && ['ArrowUp', 'ArrowDown'].includes(event.key)) {
      event.preventDefault();
      props.onMove?.(event.key === 'ArrowUp' ? -1 : 1);
    }
  };
  const onBlur = (event: FocusEvent) => {
    // Who goes to the tools has not left.
    if (event.currentTarget.contains(event.relatedTarget) || editor === null) return;
    void save(fromDocument(editor.getJSON()));
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it hears what the field inside lets through
    <div className={classes['editor']} onKeyDown={onKeyDown} onBlur={onBlur}>
      <EditorContent editor={editor} aria-invalid={problem !== ''} />
      {editor !== null && <Tools editor={editor} />}
      {problem !== '' && (
        <p role="alert" className={classes['wrong']}>
          {problem}
        </p>
      )}
    </div>
  );
}
