import { Popover } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import { IconCalendar } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import 'dayjs/locale/de';
import { localeOf } from '@/i18n';
import { addDays, shortDate } from '@/lib/dates';
import { isDay, readDay } from '@/lib/day';
import classes from './DateField.module.css';

/** What a form gives the field, as it gives it to any input. */
export interface DateFieldProps {
  id?: string;
  'aria-invalid'?: boolean;
  'aria-describedby'?: string | undefined;
  'aria-label'?: string;
  /** The day as ISO, '' for none, or what was typed and is no day. */
  value: string;
  /** Today, as ISO: what "today" and "-3" count from. */
  today: string;
  required?: boolean;
  /** Answers each day typed or chosen; what is no day comes as it was typed. */
  onChange: (day: string) => void;
}

/**
 * Draws a field for a day: it is typed as the locale writes it, moved by the up and down
 * arrows, or chosen in a calendar (Alt and arrow down). The web view's own date field
 * follows the machine's language instead of the app's, and on Linux has no calendar.
 */
export function DateField({ value, today, onChange, ...rest }: DateFieldProps) {
  const { t, i18n } = useTranslation();
  const locale = localeOf(i18n.language);
  const [text, setText] = useState(() => written(value, locale));
  const [opened, setOpened] = useState(false);
  const told = useRef(value);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // What the field itself told must not overwrite what is being typed.
    if (value === told.current) return;
    told.current = value;
    setText(written(value, locale));
  }, [value, locale]);
  const tell = (day: string) => {
    told.current = day;
    onChange(day);
  };
  const take = (day: string) => {
    setText(written(day, locale));
    tell(day);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (step === undefined || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (event.altKey) setOpened(true);
    else take(addDays(isDay(value) ? value : today, step));
  };
  const close = () => {
    setOpened(false);
    input.current?.focus();
  };
  return (
    <span className={classes['field']}>
      <input
        ref={input}
        type="text"
        autoComplete="off"
        title={t('dateField.keys')}
        {...rest}
        aria-invalid={rest['aria-invalid'] === true || (value !== '' && !isDay(value))}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          tell(readDay(event.currentTarget.value, locale, today) ?? event.currentTarget.value);
        }}
        onBlur={() => {
          setText(written(value, locale));
        }}
        onKeyDown={onKeyDown}
      />
      <Popover
        opened={opened}
        onChange={setOpened}
        position="bottom-end"
        shadow="md"
        trapFocus
        withinPortal
      >
        <Popover.Target>
          <button
            type="button"
            // The field itself opens the calendar by a key: one stop less in every form.
            tabIndex={-1}
            className={classes['open']}
            aria-label={t('dateField.open')}
            aria-expanded={opened}
            onClick={() => setOpened(!opened)}
          >
            <IconCalendar size={14} stroke={1.6} aria-hidden />
          </button>
        </Popover.Target>
        <Popover.Dropdown
          aria-label={t('dateField.calendar')}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.stopPropagation();
            close();
          }}
        >
          <DatePicker
            size="xs"
            locale={i18n.language}
            firstDayOfWeek={1}
            value={isDay(value) ? value : null}
            defaultDate={isDay(value) ? value : today}
            ariaLabels={{
              previousMonth: t('dateField.previousMonth'),
              nextMonth: t('dateField.nextMonth'),
              previousYear: t('dateField.previousYear'),
              nextYear: t('dateField.nextYear'),
              previousDecade: t('dateField.previousDecade'),
              nextDecade: t('dateField.nextDecade'),
              monthLevelControl: t('dateField.months'),
              yearLevelControl: t('dateField.years'),
            }}
            onChange={(day) => {
              if (day !== null) take(day);
              close();
            }}
          />
        </Popover.Dropdown>
      </Popover>
    </span>
  );
}

function written(day: string, locale: string): string {
  return isDay(day) ? shortDate(day, locale) : day;
}
