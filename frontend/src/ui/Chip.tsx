import type { ReactNode } from 'react';
import classes from './Chip.module.css';

/** Draws a small label. */
export function Chip(props: {
  tone?: 'plain' | 'outlined' | 'good' | 'warn' | 'bad';
  children: ReactNode;
}) {
  const { tone = 'plain', children } = props;
  return <span className={`${classes['chip']} ${classes[tone] ?? ''}`}>{children}</span>;
}
