import { Menu, Popover } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { portfolio } from '@/api';
import { Button } from '@/ui';
import { FilterEditor } from './FilterEditor';
import classes from './Filters.module.css';
import { filterFields, kindOf } from './fields';
import { useFilterWords } from './useFilterWords';

type Filter = portfolio.PortfolioFilter;

/** Draws the filters that hold, each to edit and to take away, and the way to add one. */
export function Filters(props: { filters: Filter[]; onChange: (filters: Filter[]) => void }) {
  const { filters, onChange } = props;
  const { t } = useTranslation('portfolio');
  const [fresh, setFresh] = useState<string>();
  const replace = (at: number, next: Filter | undefined) =>
    onChange(filters.flatMap((one, i) => (i === at ? (next === undefined ? [] : [next]) : [one])));
  return (
    <ul className={classes['bar']} aria-label={t('filters.label')}>
      {filters.map((filter, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two filters may be alike; their place tells them apart
        <li key={at}>
          <FilterChip filter={filter} onChange={(next) => replace(at, next)} />
        </li>
      ))}
      <li>
        <Popover
          opened={fresh !== undefined}
          // What it hangs at is no button of its own.
          withRoles={false}
          onChange={(open) => !open && setFresh(undefined)}
          onDismiss={() => setFresh(undefined)}
          position="bottom-start"
          shadow="md"
          trapFocus
          returnFocus
          withinPortal
        >
          <Popover.Target>
            <span>
              <AddFilter onField={setFresh} />
            </span>
          </Popover.Target>
          <Popover.Dropdown>
            {fresh !== undefined && (
              <FilterEditor
                filter={{ field: fresh, op: firstOp(fresh), values: [] }}
                onApply={(next) => {
                  setFresh(undefined);
                  onChange([...filters, next]);
                }}
              />
            )}
          </Popover.Dropdown>
        </Popover>
      </li>
    </ul>
  );
}

function firstOp(field: string): Filter['op'] {
  const kind = kindOf(field);
  if (kind === 'words') return 'is';
  if (kind !== 'days') return 'between';
  if (field === 'last_touch') return 'before';
  return field === 'added' || field === 'start' ? 'last' : 'next';
}

function FilterChip(props: { filter: Filter; onChange: (next: Filter | undefined) => void }) {
  const { filter, onChange } = props;
  const { t } = useTranslation('portfolio');
  const [opened, setOpened] = useState(false);
  const words = useFilterWords()(filter);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Delete' && event.key !== 'Backspace') return;
    event.preventDefault();
    onChange(undefined);
  };
  return (
    <span className={classes['chip']}>
      <Popover
        opened={opened}
        onChange={setOpened}
        position="bottom-start"
        shadow="md"
        trapFocus
        returnFocus
        withinPortal
      >
        <Popover.Target>
          <button
            type="button"
            aria-haspopup="dialog"
            aria-expanded={opened}
            title={t('filters.edit')}
            onClick={() => setOpened(!opened)}
            onKeyDown={onKeyDown}
          >
            {words}
          </button>
        </Popover.Target>
        <Popover.Dropdown>
          {opened && (
            <FilterEditor
              filter={filter}
              onApply={(next) => {
                setOpened(false);
                onChange(next);
              }}
            />
          )}
        </Popover.Dropdown>
      </Popover>
      <button
        type="button"
        className={classes['remove']}
        aria-label={t('filters.remove', { words })}
        onClick={() => onChange(undefined)}
      >
        <IconX size={13} stroke={1.8} aria-hidden />
      </button>
    </span>
  );
}

function AddFilter({ onField }: { onField: (field: string) => void }) {
  const { t } = useTranslation('portfolio');
  const attributes = useQuery({
    queryKey: ['portfolio', 'attributes'],
    queryFn: portfolio.attributes,
  });
  return (
    <Menu
      position="bottom-start"
      withinPortal={false}
      returnFocus={false}
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <Button
          size="small"
          look="quiet"
          icon={<IconPlus size={14} stroke={1.8} aria-hidden />}
          data-at="filter-add"
        >
          {t('filters.add')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={classes['fields']}>
        {filterFields.map(([field]) => (
          <Menu.Item key={field} onClick={() => onField(field)}>
            {t(`field.${field}`)}
          </Menu.Item>
        ))}
        {attributes.data !== undefined && attributes.data.length > 0 && (
          <Menu.Label>{t('filters.imported')}</Menu.Label>
        )}
        {attributes.data?.map((one) => (
          <Menu.Item key={one.value} onClick={() => onField(one.value)}>
            {one.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
