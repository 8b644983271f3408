import { DragDropContext, Draggable, Droppable, type DropResult } from '@hello-pangea/dnd';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { settings as api } from '@/api';
import type { SettingsPage } from '@/api/settings';
import { useWrite } from '@/state';
import { Button } from '@/ui';
import { AddLine } from './AddLine';
import { DimensionRow, handleOf } from './DimensionRow';
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
  const [asked, setAsked] = useState<readonly string[] | null>(null);
  const [removing, setRemoving] = useState('');
  const order = asked ?? page.dimensions;
  const usesOf = (name: string) => uses?.find((one) => one.dimension === name)?.benefits;
  const strays = (uses ?? []).filter((one) => !page.dimensions.includes(one.dimension));

  const move = async (from: number, to: number) => {
    const name = order[from];
    if (name === undefined || to < 0 || to >= order.length || from === to) return;
    const rest = order.filter((one) => one !== name);
    const next = [...rest.slice(0, to), name, ...rest.slice(to)];
    setAsked(next);
    try {
      await write(
        () => api.moveDimension(name, next[to + 1] ?? ''),
        t('value.moved', { name: shown(name) }),
      );
      requestAnimationFrame(() => document.getElementById(handleOf(name))?.focus());
    } catch {
      // What failed is shown by the write itself: the list goes back to what is stored.
    } finally {
      setAsked(null);
    }
  };
  const remove = async (name: string, to: string) => {
    await write(() => api.removeDimension(name, to), t('value.removed', { name: shown(name) }));
    const near = order[order.indexOf(name) + 1] ?? order[order.indexOf(name) - 1] ?? '';
    requestAnimationFrame(() => document.getElementById(handleOf(near))?.focus());
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
