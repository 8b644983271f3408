import type { ReactNode } from 'react';
import classes from './Strip.module.css';
import { Why } from './Why';

/** Lays out headline figures in one line. */
export function Strip({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section aria-label={label} className={classes['room']}>
      <div className={classes['strip']}>{children}</div>
    </section>
  );
}

/** One headline figure with its label, its detail and its why. */
export interface FigureProps {
  label: string;
  /** The figure as it reads: "€1,084,000". */
  value: string;
  /** What the figure is a part of, smaller: "of ARR". */
  unit?: string;
  detail?: string;
  /** The detail tells of trouble. */
  warn?: boolean;
  why: () => ReactNode;
  /** Left out first where there is little room. */
  spare?: boolean;
}

/** Draws a headline figure; a click on it opens its why. */
export function Figure(props: FigureProps) {
  const warn = props.warn === true ? classes['warn'] : '';
  return (
    <div className={`${classes['cell']} ${props.spare === true ? classes['spare'] : ''}`}>
      <div className={classes['label']}>{props.label}</div>
      <div className={classes['value']}>
        <Why title={props.label} panel={props.why}>
          {props.value}
        </Why>
        {props.unit !== undefined && <small> {props.unit}</small>}
      </div>
      <div className={`${classes['detail']} ${warn}`}>{props.detail ?? '\u00a0'}</div>
    </div>
  );
}
