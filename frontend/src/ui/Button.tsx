import type { ComponentPropsWithRef, ReactNode } from 'react';
import classes from './Button.module.css';

/** What a Button takes besides the attributes of a button element. */
export interface ButtonProps extends ComponentPropsWithRef<'button'> {
  /** primary is the one thing to do on a screen; quiet has no edge; danger is final. */
  look?: 'plain' | 'primary' | 'quiet' | 'danger';
  size?: 'small' | 'medium' | 'large';
  icon?: ReactNode;
}

/** Draws a button. */
export function Button(props: ButtonProps) {
  const { look = 'plain', size = 'medium', icon, className, children, ...rest } = props;
  const names = [classes['button'], classes[look], classes[size], className];
  return (
    <button type="button" {...rest} className={names.filter(Boolean).join(' ')}>
      {icon}
      {children}
    </button>
  );
}
