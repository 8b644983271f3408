import { useQueries } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ways as api } from '@/api';
import { useFormat } from '@/state';
import { Button } from '@/ui';
import { WhyFigure } from '@/why';
import classes from './Roads.module.css';
import { mismatchKey, type RoadSearch } from './view';

const pageSize = 100;

/** Draws the accounts of the chosen cell, or those at odds: decision, mismatch, what broke first. */
export function RoadList(props: {
  only: api.WaysFilter;
  roads: api.RoadMap;
  search: RoadSearch;
  onSearch: (search: RoadSearch) => void;
  onOverrule: (row: api.RoadRow) => void;
}) {
  const { t } = useTranslation(['ways', 'account']);
  const { search } = props;
  const { client, provider } = search;
  const all = client === undefined || provider === undefined;
  const odd = all && props.roads.listed > 0;
  const box = useRef<HTMLDivElement>(null);
  const [hand, setHand] = useState(0);
  const cell = props.roads.cells.find((one) => one.client === client && one.provider === provider);
  const total = all ? (odd ? props.roads.listed : props.roads.accounts) : (cell?.accounts ?? 0);
  const rows = useVirtualizer({
    count: total,
    getScrollElement: () => box.current,
    estimateSize: () => 92,
    overscan: 5,
    initialRect: { width: 360, height: 700 },
  });
  const items = rows.getVirtualItems();
  const first = Math.floor((items[0]?.index ?? 0) / pageSize);
  const last = Math.floor((items.at(-1)?.index ?? 0) / pageSize);
  const pages = useQueries({
    queries: Array.from({ length: last - first + 1 }, (_, at) => {
      const query = {
        only: props.only,
        client: client ?? '',
        provider: provider ?? '',
        odd,
        offset: (first + at) * pageSize,
        limit: pageSize,
      };
      return {
        queryKey: ['ways', 'roadRows', query],
        queryFn: () => api.roadRows(query),
        placeholderData: (before: api.RoadRows | undefined) => before,
      };
    }),
  });
  const rowAt = (index: number) =>
    pages[Math.floor(index / pageSize) - first]?.data?.rows[index % pageSize];
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (step === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    const to = Math.max(0, Math.min(total - 1, hand + step));
    setHand(to);
    rows.scrollToIndex(to, { align: 'auto' });
    requestAnimationFrame(() =>
      requestAnimationFrame(() =>
        box.current?.querySelector<HTMLElement>(`[data-index="${to}"] a`)?.focus(),
      ),
    );
  };
  const title = all
    ? t(odd ? 'ways:roads.oddList' : 'ways:roads.allList')
    : `${t(`account:phase.${client}`)} · ${t(`account:phase.${provider}`)}`;
  return (
    <aside className={classes['side']} aria-label={title}>
      <div className={classes['listHead']}>
        <h3>{title}</h3>
        {!all && (
          <Button size="small" onClick={() => props.onSearch({})}>
            {t('ways:roads.back')}
          </Button>
        )}
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrows go through the rows inside */}
      <div ref={box} className={classes['scroll']} onKeyDown={onKeyDown}>
        <ul style={{ height: rows.getTotalSize() }}>
          {items.map((item) => {
            const row = rowAt(item.index);
            return (
              <li
                key={item.key}
                ref={rows.measureElement}
                data-index={item.index}
                aria-setsize={total}
                aria-posinset={item.index + 1}
                style={{ transform: `translateY(${item.start}px)` }}
              >
                {row !== undefined && (
                  <Row
                    row={row}
                    currency={props.roads.currency}
                    inHand={item.index === Math.min(hand, total - 1)}
                    onHand={() => setHand(item.index)}
                    onOverrule={() => props.onOverrule(row)}
                  />
                )}
              </li>
            );
          })}
        </ul>
      </div>
    </aside>
  );
}

type Phase = 'new';
type CheckName = 'plan_signed';

function Row(props: {
  row: api.RoadRow;
  currency: string;
  inHand: boolean;
  onHand: () => void;
  onOverrule: () => void;
}) {
  const { row } = props;
  const { t } = useTranslation(['ways', 'account', 'overview']);
  const format = useFormat();
  const tab = props.inHand ? 0 : -1;
  const phase = (name: string) => t(`account:phase.${name as Phase}`);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what takes the focus inside is in hand
    <div className={classes['row']} onFocus={props.onHand}>
      <div className={classes['line']}>
        <a href={`#/accounts/${row.id}/overview`} tabIndex={tab}>
          {row.name}
        </a>
        <span>{row.arr > 0 && format.shortMoney(row.arr, props.currency)}</span>
      </div>
      <div className={classes['line']}>
        <span>
          <WhyFigure account={row.id} figure="client_phase" title={t('account:header.clientPhase')}>
            {phase(row.client)}
          </WhyFigure>
          {', '}
          <WhyFigure account={row.id} figure="provider_phase" title={t('account:header.ourPhase')}>
            {phase(row.provider)}
          </WhyFigure>
        </span>
        {row.decision !== '' && (
          <span>
            <WhyFigure account={row.id} figure="decision_date" title={t('ways:roads.decision')}>
              {t('ways:roads.decides', { on: format.date(row.decision) })}
            </WhyFigure>
          </span>
        )}
      </div>
      {(['client', 'provider'] as const).map(
        (road) =>
          row[`${road}_derived`] !== '' && (
            <p key={road} className={classes['set']}>
              {t('ways:roads.set', {
                phase: phase(row[road]),
                derived: phase(row[`${road}_derived`]),
              })}{' '}
              <q>{row[`${road}_reason`]}</q>
            </p>
          ),
      )}
      {row.mismatches.map((one) => (
        <p key={one} className={classes['oddLine']}>
          <span aria-hidden="true">≠</span> {t(mismatchKey(one))}
        </p>
      ))}
      <div className={classes['line']}>
        <span className={classes['broken']}>
          {row.broken !== '' &&
            t('ways:roads.first', {
              phase: phase(row.broken_in),
              check: t(`overview:check.${row.broken as CheckName}.label`),
            })}
        </span>
        {row.client !== 'cancelled' && (
          <button
            type="button"
            tabIndex={tab}
            className={classes['overrule']}
            onClick={props.onOverrule}
          >
            {t('ways:roads.overrule')}
            <span className="visually-hidden"> {row.name}</span>
          </button>
        )}
      </div>
    </div>
  );
}
