import { DragDropContext, Draggable, Droppable, type DropResult } from '@hello-pangea/dnd';
import { useQuery } from '@tanstack/react-query';
import { useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { settings as api } from '@/api';
import type { SettingsPage } from '@/api/settings';
import { focusIfFree, focusWhenFree } from '@/lib/focus';
import { useReorder, useWrite } from '@/state';
import { Button } from '@/ui';
import { AddLine } from './AddLine';
import { DimensionRow, fieldOf, handleOf } from './DimensionRow';
import lists from './Lists.module.css';
import { Note } from './parts';
import { RemoveDimension } from './RemoveDimension';
import { useDimensionNames } from './useDimensionNames';

/** Lists the dimensions in their order; by drag, or by Alt and an arrow key, they take another place. */
export function Dimensions({ page }: { page: SettingsPage }) {
  const { t, i18n } = useTranslation('settings');
  const { shown, keyOf } = useDimensionNames();
  const write = useWrite();
  const uses = useQuery({ queryKey: ['settings', 'uses'], queryFn: api.uses }).data;
  const [removing, setRemoving] = useState('');
  const usesOf = (name: string) => uses?.find((one) => one.dimension === name)?.benefits;
  const strays = (uses ?? []).filter((one) => !page.dimensions.includes(one.dimension));

  const { order, move } = useReorder({
    ids: page.dimensions,
    handleOf,
    write: (name, before) =>
      write(() => api.moveDimension(name, before), t('value.moved', { name: shown(name) })),
  });
  const renamed = useRef('');
  useLayoutEffect(() => {
    // A renamed row is another row: its field is drawn anew, and whoever was in it goes on there.
    if (renamed.current === '' || !page.dimensions.includes(renamed.current)) return;
    focusIfFree(document.getElementById(fieldOf(renamed.current)));
    renamed.current = '';
  }, [page.dimensions]);
  const remove = async (name: string, to: string) => {
    await write(() => api.removeDimension(name, to), t('value.removed', { name: shown(name) }));
    const near = order[order.indexOf(name) + 1] ?? order[order.indexOf(name) - 1] ?? '';
    focusWhenFree(() => document.getElementById(handleOf(near)));
  };
  const add = (typed: string) =>
    write(() => api.addDimension(keyOf(typed)), t('value.added', { name: typed.trim() }));
  return (
    <>
      <DragDropContext
        onDragEnd={(drop: DropResult) => {
          if (drop.destination !== null) void move(drop.source.index, drop.destination.index);
        }}
      >
        <Droppable droppableId="dimensions">
          {(drop) => (
            <ol
              ref={drop.innerRef}
              {...drop.droppableProps}
              aria-label={t('value.dimensions')}
              className={lists['list']}
            >
              {order.map((name, index) => (
                <Draggable
                  key={name}
                  draggableId={name}
                  index={index}
                  isDragDisabled={page.read_only}
                  // The handle is a button, so that it can be reached and named.
                  disableInteractiveElementBlocking
                >
                  {(drag, state) => (
                    <li
                      ref={drag.innerRef}
                      {...drag.draggableProps}
                      className={`${lists['item']} ${state.isDragging ? lists['dragged'] : ''}`}
                    >
                      <DimensionRow
                        name={name}
                        place={index + 1}
                        uses={usesOf(name)}
                        readOnly={page.read_only}
                        onlyOne={order.length === 1}
                        handle={drag.dragHandleProps}
                        onRename={(to) => {
                          renamed.current = to;
                        }}
                        onMove={(by) => void move(index, index + by)}
                        onRemove={() => {
                          if (usesOf(name) === 0) void remove(name, '').catch(() => undefined);
                          else setRemoving(name);
                        }}
                      />
                    </li>
                  )}
                </Draggable>
              ))}
              {drop.placeholder}
            </ol>
          )}
        </Droppable>
      </DragDropContext>
      {!page.read_only && (
        <AddLine label={t('value.add')} button={t('value.addButton')} onAdd={add} />
      )}
      {strays.length > 0 && (
        <Note tone="warn">
          {t('value.stray', {
            count: strays.length,
            list: new Intl.ListFormat(i18n.language).format(strays.map((one) => one.dimension)),
          })}{' '}
          {!page.read_only &&
            strays.map((one) => (
              <Button
                key={one.dimension}
                size="small"
                onClick={() => void add(one.dimension).catch(() => undefined)}
              >
                {t('value.takeIn', { name: one.dimension })}
              </Button>
            ))}
        </Note>
      )}
      <RemoveDimension
        name={removing}
        uses={usesOf(removing) ?? 0}
        others={order.filter((one) => one !== removing)}
        onClose={() => setRemoving('')}
        onRemove={(to) => remove(removing, to)}
      />
    </>
  );
}
