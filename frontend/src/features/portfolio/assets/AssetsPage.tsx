import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ways as api } from '@/api';
import { inWords } from '@/i18n/words';
import { readDecimal, typedDecimal } from '@/lib/decimal';
import { useFormat } from '@/state';
import { Button, DateField, Segmented } from '@/ui';
import { onlyOf, type PortfolioView } from '../view';
import { WayPage } from '../ways/WayPage';
import { AssetFigure, figures } from './AssetFigure';
import classes from './Assets.module.css';
import { type AssetSearch, assetsQuery } from './view';

/** What this way tells the shell. */
export interface AssetsPageProps {
  search: AssetSearch;
  onSearch: (search: AssetSearch) => void;
  /** Which accounts are shown. */
  view: PortfolioView;
  onView: (view: PortfolioView) => void;
  onImport: () => void;
}

/** Draws the portfolio as assets: kept, grown, paid back, worth and spread, whole and in groups. */
export function AssetsPage({ search, onSearch, view, onView, onImport }: AssetsPageProps) {
  const asked = assetsQuery(search, onlyOf(view));
  const query = useQuery({
    queryKey: ['ways', 'assets', asked],
    queryFn: () => api.assets(asked),
    placeholderData: keepPreviousData,
  });
  const assets = query.data;
  // A period that makes no sense is said beside its fields; the figures stay.
  return (
    <WayPage
      way="assets"
      view={view}
      onView={onView}
      all={assets?.accounts}
      accounts={assets === undefined ? undefined : Math.max(assets.all.accounts, assets.all.base)}
      error={assets === undefined ? query.error : null}
      onImport={onImport}
    >
      {assets !== undefined && (
        <div className={classes['room']}>
          <Answer assets={assets} />
          <Terms assets={assets} search={search} onSearch={onSearch} error={query.error} />
          <Groups assets={assets} asked={asked} />
        </div>
      )}
    </WayPage>
  );
}

function Answer({ assets }: { assets: api.Assets }) {
  const { t } = useTranslation('ways');
  const format = useFormat();
  const { all } = assets;
  const out: string[] = [];
  if (all.no_margin > 0) out.push(t('assets.noMargin', { count: all.no_margin }));
  if (all.no_finite > 0) out.push(t('assets.noFinite', { count: all.no_finite }));
  if (all.no_rate > 0) out.push(t('assets.noRate', { count: all.no_rate }));
  return (
    <>
      <h2 className={classes['answer']}>
        {all.nrr === null || all.grr === null
          ? t('assets.noBase', { from: format.date(assets.from) })
          : t('assets.answer', {
              kept: format.percent(all.grr, 1),
              grown: format.percent(all.nrr, 1),
              from: format.date(assets.from),
              to: format.date(assets.to),
            })}
      </h2>
      {out.length > 0 && (
        <p className={classes['detail']}>{t('assets.leftOut', { what: out.join(', ') })}</p>
      )}
    </>
  );
}

function Terms(props: {
  assets: api.Assets;
  search: AssetSearch;
  onSearch: (search: AssetSearch) => void;
  error: Error | null;
}) {
  const { t } = useTranslation('ways');
  const { assets, search, onSearch } = props;
  const set = (part: AssetSearch) => onSearch({ ...search, ...part });
  const usual = Object.keys(search).filter((name) => name !== 'by').length === 0;
  return (
    <div className={classes['terms']}>
      <Segmented
        label={t('assets.by')}
        value={search.by ?? 'type'}
        options={[
          { value: 'type', label: t('assets.byType') },
          { value: 'csm', label: t('assets.byCsm') },
        ]}
        onChange={(by) => set({ by })}
      />
      <div className={classes['field']}>
        <label htmlFor="assets-from">{t('assets.from')}</label>
        <DateField
          id="assets-from"
          today={assets.today}
          value={search.from ?? assets.from}
          onChange={(from) => set({ from })}
        />
      </div>
      <div className={classes['field']}>
        <label htmlFor="assets-to">{t('assets.to')}</label>
        <DateField
          id="assets-to"
          today={assets.today}
          value={search.to ?? assets.to}
          onChange={(to) => set({ to })}
        />
      </div>
      <Share
        id="assets-discount"
        label={t('assets.discount')}
        value={search.discount ?? 0.1}
        onChange={(discount) => set({ discount })}
      />
      <Share
        id="assets-growth"
        label={t('assets.growth')}
        value={search.growth ?? 0}
        onChange={(growth) => set({ growth })}
      />
      {!usual && (
        <Button size="small" onClick={() => onSearch(search.by === 'csm' ? { by: 'csm' } : {})}>
          {t('assets.usual')}
        </Button>
      )}
      {props.error !== null && (
        <p role="alert" className={classes['error']}>
          {inWords(props.error.message)}
        </p>
      )}
    </div>
  );
}

/** A percentage that is typed. */
function Share(props: {
  id: string;
  label: string;
  value: number;
  onChange: (share: number) => void;
}) {
  const { locale } = useFormat();
  const [text, setText] = useState<string>();
  const shown = typedDecimal(String(Math.round(props.value * 1e6) / 1e4), locale);
  const take = () => {
    const plain = text === undefined ? undefined : readDecimal(text, locale);
    const share = plain === undefined ? Number.NaN : Number(plain) / 100;
    if (share >= 0 && share <= 1) props.onChange(share);
    setText(undefined);
  };
  return (
    <div className={classes['field']}>
      <label htmlFor={props.id}>{props.label}</label>
      <span className={classes['share']}>
        <input
          id={props.id}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          value={text ?? shown}
          onChange={(event) => setText(event.currentTarget.value)}
          onBlur={take}
          onKeyDown={(event) => event.key === 'Enter' && take()}
        />
        <span aria-hidden="true">%</span>
      </span>
    </div>
  );
}

function Groups({ assets, asked }: { assets: api.Assets; asked: api.AssetsQuery }) {
  const { t } = useTranslation('ways');
  const format = useFormat();
  const some = asked.only.filter.trim() !== '' || asked.only.filters.length > 0;
  const nameOf = (group: api.AssetGroup) =>
    group.name !== '' ? group.name : t(asked.by === 'csm' ? 'assets.noCsm' : 'assets.noType');
  const row = (group: api.AssetGroup, name: string, key: string) => (
    <tr key={key} data-all={key === '*'}>
      <th scope="row">
        {name}
        <span>
          {t('assets.accounts', {
            count: group.accounts,
            formatted: format.number(group.accounts),
          })}
        </span>
      </th>
      <td>{format.money(Math.round(group.arr), assets.currency)}</td>
      {figures.map((figure) => (
        <td key={figure}>
          <AssetFigure
            figure={figure}
            group={group}
            name={name}
            groupKey={key}
            assets={assets}
            asked={asked}
          />
        </td>
      ))}
    </tr>
  );
  return (
    <div className={classes['scroll']}>
      <table className={classes['table']}>
        <caption className="visually-hidden">{t('assets.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t(asked.by === 'csm' ? 'assets.byCsm' : 'assets.byType')}</th>
            <th scope="col">{t('assets.arr')}</th>
            {figures.map((figure) => (
              <th key={figure} scope="col" title={t(`assets.rule.${figure}`)}>
                {t(`assets.figure.${figure}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {row(assets.all, t(some ? 'assets.shown' : 'assets.all'), '*')}
          {assets.groups.length > 1 &&
            assets.groups.map((group) => row(group, nameOf(group), group.key))}
        </tbody>
      </table>
    </div>
  );
}
