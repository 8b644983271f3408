import { Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { mail } from '@/api';
import type { TodayRow } from '@/api/today';
import { addDays } from '@/lib/dates';
import { useFormat } from '@/state';
import { Button } from '@/ui';
import { useOpenRecord } from '@/why';
import type { FormKind } from './forms';
import type { Acts } from './useActs';

/** Draws what else can be done about a row: open, write, snooze, mute. */
export function RowMenu(props: {
  row: TodayRow;
  what: string;
  today: string;
  acts: Acts;
  onForm: (kind: FormKind) => void;
}) {
  const { row, what, today, acts, onForm } = props;
  const { t } = useTranslation('today');
  const open = useOpenRecord();
  const address = useMail(row);
  const snooze = (days: number) => () => void acts.snooze(row, addDays(today, days)).catch(nothing);
  // 1 January 1970 was a Thursday.
  const weekday = (Math.round(Date.parse(today) / 86_400_000) + 3) % 7;
  return (
    <Menu position="bottom-end" withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button size="small" look="quiet" aria-label={t('menu.label', { what })} data-menu>
          <IconDots size={15} stroke={1.8} aria-hidden />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => open(row.record_kind, row.record)}>{t('menu.open')}</Menu.Item>
        <Menu.Item onClick={() => open('account', row.account)}>{t('menu.account')}</Menu.Item>
        {row.kind === 'reading' && (
          <Menu.Item onClick={() => void acts.notMeasured(row).catch(nothing)}>
            {t('menu.notMeasured')}
          </Menu.Item>
        )}
        {address !== '' && (
          <Menu.Item
            component="a"
            href={address}
            onClick={(event) => {
              if (mail.openMail(address)) event.preventDefault();
            }}
          >
            {t('menu.mail', { person: row.person })}
          </Menu.Item>
        )}
        <Menu.Divider />
        <Menu.Item onClick={snooze(1)}>{t('menu.tomorrow')}</Menu.Item>
        <Menu.Item onClick={snooze(7 - weekday)}>{t('menu.nextWeek')}</Menu.Item>
        <Menu.Item onClick={snooze(30)}>{t('menu.month')}</Menu.Item>
        <Menu.Item onClick={() => onForm('snooze')}>{t('menu.until')}</Menu.Item>
        <Menu.Item onClick={() => onForm('mute')}>{t('menu.mute')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** What fails is shown by the write itself. */
const nothing = () => undefined;

/** The address of a mail to whom the row is about; '' where nobody can be written to. */
function useMail(row: TodayRow): string {
  const { t } = useTranslation('today');
  const { dayAndMonth } = useFormat();
  if (row.email === '') return '';
  const subjects = {
    leaving: t('mail.message', { day: dayAndMonth(row.since) }),
    message: t('mail.message', { day: dayAndMonth(row.since) }),
    promise: row.theirs ? t('mail.theirs', { words: row.words }) : '',
    question: t('mail.question'),
    reading: t('mail.reading', { words: row.words }),
  } as const;
  const subject = row.kind in subjects ? subjects[row.kind as keyof typeof subjects] : '';
  if (subject === '') return '';
  const words = row.kind === 'question' ? `\n\n${row.words}` : '';
  return mail.mailTo(row.email, subject, t('mail.hello', { name: row.person }) + words);
}
