import { initials } from '@/lib/names';
import classes from './Avatar.module.css';

/** Draws a person's initials in a circle; the full name is the tooltip and the screen-reader name. */
export function Avatar(props: { name: string; large?: boolean; gone?: boolean }) {
  const { name, large = false, gone = false } = props;
  const names = [classes['avatar'], large && classes['large'], gone && classes['gone']];
  return (
    <span role="img" aria-label={name} title={name} className={names.filter(Boolean).join(' ')}>
      {initials(name)}
    </span>
  );
}
