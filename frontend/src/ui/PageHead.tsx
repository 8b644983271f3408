import type { ReactNode } from 'react';
import classes from './PageHead.module.css';

/** Draws a screen's heading: its title, a note beside it, its actions at the right. */
export function PageHead(props: { title: string; note?: ReactNode; children?: ReactNode }) {
  return (
    <div className={classes['head']}>
      <h1 className={classes['title']}>{props.title}</h1>
      {props.note !== undefined && <span className={classes['note']}>{props.note}</span>}
      <div className={classes['actions']}>{props.children}</div>
    </div>
  );
}
