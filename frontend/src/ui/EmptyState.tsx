import type { ReactNode } from 'react';
import classes from './EmptyState.module.css';

/** Says what belongs here and offers the first step; also how a screen tells of a failure. */
export function EmptyState(props: {
  title: string;
  children: ReactNode;
  actions?: ReactNode;
  /** Announces the text at once: a failure. */
  alert?: boolean;
  /** The screen has a heading of its own above this. */
  headed?: boolean;
}) {
  const Title = props.headed === true ? 'h2' : 'h1';
  return (
    <div
      className={`${classes['empty']} ${props.headed === true ? classes['headed'] : ''}`}
      role={props.alert === true ? 'alert' : undefined}
    >
      <Title className={classes['title']}>{props.title}</Title>
      <div className={classes['text']}>{props.children}</div>
      {props.actions !== undefined && <div className={classes['actions']}>{props.actions}</div>}
    </div>
  );
}
