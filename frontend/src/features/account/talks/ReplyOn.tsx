import { type KeyboardEvent, useState } from 'react';
import { useOnce } from '@/state';
import { Button, DateField } from '@/ui';
import { useSay } from './say';
import classes from './TalkRow.module.css';

/** Asks on which day a message was answered. */
export function ReplyOn(props: {
  today: string;
  first: string;
  onSave: (on: string) => Promise<unknown>;
  onClose: () => void;
}) {
  const say = useSay();
  const [on, setOn] = useState(props.first);
  const save = useOnce(() => props.onSave(on));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') props.onClose();
    else if (event.key === 'Enter') void save();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter saves from its field
    <div className={classes['replyOn']} onKeyDown={onKeyDown} ref={focusFirst}>
      <span>{say('reply.on')}</span>
      <DateField aria-label={say('reply.on')} today={props.today} value={on} onChange={setOn} />
      <Button size="small" look="primary" onClick={() => void save()}>
        {say('reply.save')}
      </Button>
    </div>
  );
}

function focusFirst(element: HTMLElement | null) {
  element?.querySelector('input')?.focus();
}
