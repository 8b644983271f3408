import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { ColumnChoice } from './ColumnChoice';
import { Filters } from './Filters';
import classes from './Filters.module.css';
import { groupFields } from './fields';
import type { useLayout } from './layout';
import { Views } from './Views';
import type { PortfolioView } from './view';
import { Whose } from './Whose';

/** Draws what chooses what the table shows: views, filters, groups and columns. */
export function Tools(props: {
  view: PortfolioView;
  onView: (view: PortfolioView) => void;
  layout: ReturnType<typeof useLayout>;
}) {
  const { view, onView, layout } = props;
  const { t } = useTranslation('portfolio');
  const id = useId();
  return (
    <div className={classes['tools']}>
      <Views view={view} columns={layout.columns} onView={onView} />
      <Whose view={view} onView={onView} />
      <Filters filters={view.filters} onChange={(filters) => onView({ ...view, filters })} />
      <span className={classes['select']}>
        <label htmlFor={id}>{t('group.by')}</label>
        <select
          id={id}
          data-at="group"
          value={view.group}
          onChange={(event) => onView({ ...view, group: event.currentTarget.value, folded: [] })}
        >
          <option value="">{t('group.none')}</option>
          {groupFields.map((field) => (
            <option key={field} value={field}>
              {t(`field.${field}`)}
            </option>
          ))}
        </select>
      </span>
      <ColumnChoice
        columns={layout.columns}
        onChange={(columns) => {
          layout.setColumns(columns);
          if (view.columns.length > 0) onView({ ...view, columns });
        }}
        onReset={() => {
          layout.reset();
          if (view.columns.length > 0) onView({ ...view, columns: [] });
        }}
      />
    </div>
  );
}
