import { DragDropContext, Draggable, Droppable, type DropResult } from '@hello-pangea/dnd';
import { plan as api } from '@/api';
import { useReorder, useWrite } from '@/state';
import { usePlan } from './context';
import { OutcomeRow } from './OutcomeRow';
import classes from './Outcomes.module.css';

/** Lists the outcomes in their order; by drag, or by Alt and an arrow key, they take another place. */
export function OutcomeList() {
  const { page, say } = usePlan();
  const write = useWrite();
  const { order, move } = useReorder({
    ids: page.outcomes.map((one) => one.id),
    handleOf: handleId,
    write: (id, before, place) =>
      write(() => api.move(page.account, id, before), say('outcome.moved', { count: place + 1 })),
  });
  const outcomes = order.flatMap((id) => page.outcomes.filter((one) => one.id === id));
  const onDragEnd = (drop: DropResult) => {
    if (drop.destination !== null) void move(drop.source.index, drop.destination.index);
  };
  return (
    <section className={classes['outcomes']} aria-label={say('columns.words')}>
      <div className={classes['heads']} aria-hidden="true">
        <span>{say('columns.words')}</span>
        <div className={classes['grid']}>
          <span>{say('columns.measured')}</span>
          <span />
          <span className={classes['num']}>{say('columns.baseline')}</span>
          <span />
          <span className={classes['num']}>{say('columns.now')}</span>
          <span className={classes['num']}>{say('columns.target')}</span>
        </div>
        <span>{say('columns.work')}</span>
      </div>
      <DragDropContext onDragEnd={onDragEnd}>
        <Droppable droppableId="outcomes">
          {(drop) => (
            <div ref={drop.innerRef} {...drop.droppableProps}>
              {outcomes.map((outcome, index) => (
                // The handle is a button, and the mouse does not drag buttons unless it is told so.
                <Draggable
                  key={outcome.id}
                  draggableId={outcome.id}
                  index={index}
                  disableInteractiveElementBlocking
                >
                  {(drag, state) => (
                    <div ref={drag.innerRef} {...drag.draggableProps}>
                      <OutcomeRow
                        outcome={outcome}
                        index={index}
                        dragged={state.isDragging}
                        handle={drag.dragHandleProps}
                        onMove={(by) => void move(index, index + by)}
                      />
                    </div>
                  )}
                </Draggable>
              ))}
              {drop.placeholder}
            </div>
          )}
        </Droppable>
      </DragDropContext>
    </section>
  );
}

/** Names the handle of an outcome in the document. */
export function handleId(outcome: string): string {
  return `move-${outcome}`;
}
