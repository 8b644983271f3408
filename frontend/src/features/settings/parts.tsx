import { type ReactNode, useId } from 'react';
import classes from './Settings.module.css';

/** Draws a section: its heading, what it is about, its parts. */
export function SectionBody(props: { title: string; intro: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={classes['section']}>
      <h2 id={id} className={classes['heading']}>
        {props.title}
      </h2>
      <p className={classes['intro']}>{props.intro}</p>
      {props.children}
    </section>
  );
}

/** Draws a part of a section with a heading of its own. */
export function Part(props: {
  title: string;
  hint?: ReactNode;
  wide?: boolean;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={classes['part']}>
      <h3 id={id} className={classes['subheading']}>
        {props.title}
      </h3>
      {props.hint !== undefined && <p className={classes['hint']}>{props.hint}</p>}
      {props.children}
    </section>
  );
}

/** Draws a note that something is amiss. */
export function Note(props: { tone: 'warn' | 'good' | 'bad'; children: ReactNode }) {
  return (
    <p
      role={props.tone === 'bad' ? 'alert' : 'status'}
      className={`${classes['note']} ${classes[props.tone] ?? ''}`}
    >
      {props.children}
    </p>
  );
}
