import type { DraggableProvidedDragHandleProps } from '@hello-pangea/dnd';
import { CloseButton } from '@mantine/core';
import { IconGripVertical } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { settings as api } from '@/api';
import { useFormat, useWrite } from '@/state';
import lists from './Lists.module.css';
import classes from './Settings.module.css';
import { TextSetting } from './TextSetting';
import { useDimensionNames } from './useDimensionNames';

/** Draws one dimension: its handle, its name, how many benefits are of it. */
export function DimensionRow(props: {
  name: string;
  place: number;
  /** How many benefits are of it; undefined until they are counted. */
  uses: number | undefined;
  readOnly: boolean;
  onlyOne: boolean;
  handle: DraggableProvidedDragHandleProps | null;
  /** Tells of the name that it is about to get, and with '' that it does not get it. */
  onRename: (to: string) => void;
  onMove: (by: number) => void;
  onRemove: () => void;
}) {
  const { t } = useTranslation('settings');
  const { number } = useFormat();
  const { shown, keyOf } = useDimensionNames();
  const write = useWrite();
  const label = shown(props.name);
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (by === undefined || !event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    props.onMove(by);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys come from what is inside
    <div className={lists['row']} onKeyDown={props.readOnly ? undefined : onKeyDown}>
      {!props.readOnly && (
        <button
          type="button"
          {...props.handle}
          id={handleOf(props.name)}
          aria-label={t('value.drag', { name: label, place: props.place })}
          className={lists['grip']}
        >
          <IconGripVertical size={15} stroke={1.6} aria-hidden />
        </button>
      )}
      <span className={lists['dot']} style={{ background: colourOf(props.name) }} aria-hidden />
      <TextSetting
        bare
        label={t('value.rename', { name: label })}
        className={lists['inline']}
        value={label}
        maxLength={40}
        disabled={props.readOnly}
        id={fieldOf(props.name)}
        onSave={async (text) => {
          const to = keyOf(text);
          props.onRename(to);
          try {
            await write(() => api.renameDimension(props.name, to), t('value.renamed'));
          } catch (cause) {
            props.onRename('');
            throw cause;
          }
        }}
      />
      <span className={classes['uses']}>
        {props.uses === undefined || props.uses === 0
          ? props.uses === 0 && t('value.unused')
          : t('value.uses', { count: props.uses, formatted: number(props.uses) })}
      </span>
      {!props.readOnly && (
        <CloseButton
          size="sm"
          disabled={props.onlyOne || props.uses === undefined}
          aria-label={t('value.remove', { name: label })}
          onClick={props.onRemove}
        />
      )}
    </div>
  );
}

/** Names the handle of a dimension in the document. */
export function handleOf(name: string): string {
  return `dimension-${name}`;
}

/** Names the field with the name of a dimension in the document. */
export function fieldOf(name: string): string {
  return `dimension-name-${name}`;
}

/** The eight that everybody has bring their colour; others are grey in every picture. */
function colourOf(name: string): string {
  return `var(--d-${name.replace(/[^a-z]/g, '')}, var(--claim))`;
}
