import {
  DragDropContext,
  Draggable,
  type DraggableProvidedDragHandleProps,
  Droppable,
} from '@hello-pangea/dnd';
import { IconGripVertical } from '@tabler/icons-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useReorder } from '@/state';
import classes from './Alignment.module.css';

/** One line of a list that a person puts in order. */
export interface SortableItem {
  id: string;
  content: (handle: ReactNode) => ReactNode;
  /** Names the handle: "Move “…”, place 2". */
  handle: string;
}

/** Draws a list whose lines move by drag, or by Alt and an arrow key; `onMove` says before which one. */
export function Sortable(props: {
  id: string;
  label: string;
  items: readonly SortableItem[];
  readOnly: boolean;
  onMove: (id: string, before: string) => Promise<unknown>;
}) {
  const { order, move } = useReorder({
    ids: props.items.map((item) => item.id),
    handleOf,
    write: props.onMove,
  });
  const items = order.flatMap((id) => props.items.filter((item) => item.id === id));
  return (
    <DragDropContext
      onDragEnd={(drop) => {
        if (drop.destination !== null) void move(drop.source.index, drop.destination.index);
      }}
    >
      <Droppable droppableId={props.id}>
        {(drop) => (
          <ol
            ref={drop.innerRef}
            {...drop.droppableProps}
            aria-label={props.label}
            className={classes['list']}
          >
            {items.map((item, index) => (
              <Draggable
                key={item.id}
                draggableId={item.id}
                index={index}
                isDragDisabled={props.readOnly || item.id === ''}
                disableInteractiveElementBlocking
              >
                {(drag, state) => (
                  <li
                    ref={drag.innerRef}
                    {...drag.draggableProps}
                    data-at={`alignment.${item.id}`}
                    className={state.isDragging ? classes['dragged'] : undefined}
                  >
                    {item.content(
                      props.readOnly || item.id === '' ? null : (
                        <Handle
                          id={item.id}
                          label={item.handle}
                          drag={drag.dragHandleProps}
                          onMove={(by) => void move(index, index + by)}
                        />
                      ),
                    )}
                  </li>
                )}
              </Draggable>
            ))}
            {drop.placeholder}
          </ol>
        )}
      </Droppable>
    </DragDropContext>
  );
}

function Handle(props: {
  id: string;
  label: string;
  drag: DraggableProvidedDragHandleProps | null;
  onMove: (by: number) => void;
}) {
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (by === undefined || !event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    props.onMove(by);
  };
  return (
    <button
      type="button"
      {...props.drag}
      id={handleOf(props.id)}
      aria-label={props.label}
      className={classes['grip']}
      onKeyDown={onKeyDown}
    >
      <IconGripVertical size={14} stroke={1.6} aria-hidden />
    </button>
  );
}

function handleOf(id: string): string {
  return `move-${id}`;
}
