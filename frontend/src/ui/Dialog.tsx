import { CloseButton, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Dialog.module.css';

/**
 * Draws a dialog over the screen with a title and a close button. The focus goes
 * in and comes back; Escape closes. Unlike Mantine's own it makes no second banner.
 */
export function Dialog(props: {
  opened: boolean;
  onClose: () => void;
  title: string;
  /** The width: a Mantine size or a length. */
  size?: string;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <Modal.Root opened={props.opened} onClose={props.onClose} size={props.size ?? 'md'} centered>
      <Modal.Overlay />
      <Modal.Content aria-label={props.title} radius="lg">
        <div className={classes['head']}>
          <h2 className={classes['title']}>{props.title}</h2>
          <CloseButton aria-label={t('close')} onClick={props.onClose} />
        </div>
        <div className={classes['body']}>{props.children}</div>
      </Modal.Content>
    </Modal.Root>
  );
}
