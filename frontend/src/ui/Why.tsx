import { Popover } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import classes from './Why.module.css';

/**
 * Draws a figure with a dotted underline that opens its why. The panel is made
 * only when it is opened, so it may load what it shows.
 */
export function Why(props: {
  /** The figure as it reads. */
  children: ReactNode;
  /** The heading of the panel, and what the button is called: "Why: gross retention". */
  title: string;
  /** The panel's text, made when it opens. */
  panel: () => ReactNode;
  /** More of the button's look: size, weight. */
  className?: string | undefined;
}) {
  const [opened, setOpened] = useState(false);
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-start"
      shadow="md"
      offset={6}
      trapFocus
      returnFocus
      withinPortal
    >
      <Popover.Target>
        <button
          type="button"
          aria-haspopup="dialog"
          aria-expanded={opened}
          className={`${classes['figure']} ${props.className ?? ''}`}
          onClick={() => setOpened(!opened)}
        >
          {props.children}
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        {/* The first focus lands on the panel itself: it has text to read before any button. */}
        <section aria-label={props.title} className={classes['panel']} tabIndex={-1} data-autofocus>
          <h2>{props.title}</h2>
          {opened && props.panel()}
        </section>
      </Popover.Dropdown>
    </Popover>
  );
}
