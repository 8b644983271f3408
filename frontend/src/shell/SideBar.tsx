import {
  IconBook2,
  IconBulb,
  IconCalendarDue,
  IconCircleCheck,
  IconDownload,
  IconLayoutSidebar,
  IconMenu2,
  IconSettings,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Brand } from './Brand';
import classes from './Frame.module.css';
import { useRecent } from './recent';

/** Draws the side bar: what there is, what was open last, and how it looks. */
export function SideBar({ folded, onFold }: { folded: boolean; onFold: () => void }) {
  const { t } = useTranslation();
  const recent = useRecent();
  return (
    <nav aria-label={t('nav.main')} className={classes['side']}>
      <div className={classes['brand']}>
        <Brand />
        {!folded && 'Tendril'}
      </div>
      <Item
        to="/today"
        label={t('nav.today')}
        folded={folded}
        icon={<IconCircleCheck size={16} stroke={1.6} aria-hidden />}
      />
      <Item
        to="/portfolio"
        label={t('nav.portfolio')}
        folded={folded}
        icon={<IconMenu2 size={16} stroke={1.6} aria-hidden />}
      />
      <Item
        to="/renewals"
        label={t('nav.renewals')}
        folded={folded}
        icon={<IconCalendarDue size={16} stroke={1.6} aria-hidden />}
      />
      <Item
        to="/stories"
        label={t('nav.stories')}
        folded={folded}
        icon={<IconBook2 size={16} stroke={1.6} aria-hidden />}
      />
      <Item
        to="/learning"
        label={t('nav.learning')}
        folded={folded}
        icon={<IconBulb size={16} stroke={1.6} aria-hidden />}
      />
      {!folded && recent.length > 0 && (
        <>
          <h2 className={classes['section']}>{t('nav.recent')}</h2>
          {recent.map((account) => (
            <Link
              key={account.id}
              to="/accounts/$accountId/overview"
              params={{ accountId: account.id }}
              className={classes['recent']}
            >
              {account.name}
            </Link>
          ))}
        </>
      )}
      <div className={classes['space']} />
      <Item
        to="/import"
        label={t('nav.import')}
        folded={folded}
        icon={<IconDownload size={16} stroke={1.6} aria-hidden />}
      />
      <Item
        to="/settings"
        label={t('nav.settings')}
        folded={folded}
        icon={<IconSettings size={16} stroke={1.6} aria-hidden />}
      />
      <button
        type="button"
        className={classes['item']}
        aria-label={t(folded ? 'nav.unfold' : 'nav.fold')}
        title={t(folded ? 'nav.unfold' : 'nav.fold')}
        onClick={onFold}
      >
        <IconLayoutSidebar size={16} stroke={1.6} aria-hidden />
        {!folded && t('nav.fold')}
      </button>
    </nav>
  );
}

function Item(props: {
  to: '/today' | '/portfolio' | '/renewals' | '/stories' | '/learning' | '/import' | '/settings';
  label: string;
  folded: boolean;
  icon: ReactNode;
}) {
  return (
    <Link
      to={props.to}
      className={classes['item']}
      title={props.folded ? props.label : undefined}
      aria-label={props.label}
      activeOptions={{ includeSearch: false }}
    >
      {props.icon}
      {!props.folded && props.label}
    </Link>
  );
}
