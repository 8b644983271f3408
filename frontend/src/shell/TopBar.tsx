import { IconPencil, IconSearch } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { workspace } from '@/api';
import { Avatar } from '@/ui';
import classes from './Frame.module.css';

/** Draws the top bar: search, quick capture, the workspace's name, the person. */
export function TopBar(props: {
  status: workspace.Status;
  onSearch: () => void;
  onCapture: () => void;
}) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { name, path, person } = props.status;
  return (
    <header className={classes['top']}>
      <button type="button" className={classes['search']} onClick={props.onSearch}>
        <IconSearch size={14} stroke={1.6} aria-hidden />
        <span>{t('search.open')}</span>
        <kbd>Ctrl K</kbd>
      </button>
      <button type="button" className={classes['capture']} onClick={props.onCapture}>
        <IconPencil size={14} stroke={1.6} aria-hidden />
        <span>{t('capture')}</span>
        <kbd>C</kbd>
      </button>
      <button
        type="button"
        className={classes['workspace']}
        title={`${path}\n${t('nav.openOther')}`}
        onClick={() => void navigate({ to: '/start' })}
      >
        {name}
        <span className="visually-hidden">, {t('nav.openOther')}</span>
      </button>
      {person !== '' && <Avatar name={person} />}
    </header>
  );
}
