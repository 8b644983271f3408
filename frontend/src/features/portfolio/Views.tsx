import { Menu } from '@mantine/core';
import { IconBookmark } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { portfolio, toProblem } from '@/api';
import { useOnce, useWrite } from '@/state';
import { Button, Dialog } from '@/ui';
import classes from './Filters.module.css';
import { starterNames, starters } from './starters';
import { useSavedViews } from './useSavedViews';
import { isSameView, type PortfolioView, viewSearch } from './view';

type Naming = { id: string; name: string; shows: PortfolioView };

/** Draws the named views: to look through, to save, rename, update and delete. */
export function Views(props: {
  view: PortfolioView;
  /** The columns that are drawn, which a saved view keeps. */
  columns: readonly string[];
  onView: (view: PortfolioView) => void;
}) {
  const { view, onView } = props;
  const { t } = useTranslation('portfolio');
  const write = useWrite();
  const saved = useSavedViews();
  // Which saved view was chosen last: it is the one to update once something was changed.
  const [chosen, setChosen] = useState('');
  const [naming, setNaming] = useState<Naming>();
  const here = saved.find((one) => isSameView(one.view, view));
  const starter = starterNames.find((name) => isSameView(starters[name], view));
  const current = here ?? saved.find((one) => one.id === chosen);
  const title = here?.name ?? (starter !== undefined ? t(`starter.${starter}`) : undefined);
  const shown: PortfolioView = { ...view, folded: [], columns: [...props.columns] };
  const update = () =>
    current !== undefined &&
    void write(
      () =>
        portfolio.saveView({
          id: current.id,
          name: current.name,
          shows: JSON.stringify(viewSearch(shown)),
        }),
      t('views.updated', { name: current.name }),
    ).then(() => onView(shown));
  return (
    <>
      <Menu position="bottom-start" withinPortal={false} withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <Button
            size="small"
            data-at="views"
            icon={<IconBookmark size={14} stroke={1.6} aria-hidden />}
            aria-label={t('views.open', { name: title ?? t('views.own') })}
          >
            {title ?? t('views.own')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown className={classes['fields']}>
          {starterNames.map((name) => (
            <Menu.Item key={name} onClick={() => onView(starters[name])}>
              {t(`starter.${name}`)}
            </Menu.Item>
          ))}
          {saved.length > 0 && <Menu.Label>{t('views.saved')}</Menu.Label>}
          {saved.map((one) => (
            <Menu.Item
              key={one.id}
              onClick={() => {
                setChosen(one.id);
                onView(one.view);
              }}
            >
              {one.name}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item onClick={() => setNaming({ id: '', name: '', shows: shown })}>
            {t('views.save')}
          </Menu.Item>
          {current !== undefined && (
            <>
              {here === undefined && (
                <Menu.Item onClick={update}>{t('views.update', { name: current.name })}</Menu.Item>
              )}
              <Menu.Item
                onClick={() =>
                  setNaming({ id: current.id, name: current.name, shows: current.view })
                }
              >
                {t('views.rename', { name: current.name })}
              </Menu.Item>
              <Menu.Item
                onClick={() =>
                  void write(
                    () => portfolio.deleteView(current.id),
                    t('views.deleted', { name: current.name }),
                  )
                }
              >
                {t('views.delete', { name: current.name })}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {naming !== undefined && (
        <NameDialog
          naming={naming}
          onClose={() => setNaming(undefined)}
          onSaved={(id) => {
            setNaming(undefined);
            setChosen(id);
            if (naming.id === '') onView(naming.shows);
          }}
        />
      )}
    </>
  );
}

function NameDialog(props: { naming: Naming; onClose: () => void; onSaved: (id: string) => void }) {
  const { naming } = props;
  const { t } = useTranslation('portfolio');
  const write = useWrite();
  const id = useId();
  const [name, setName] = useState(naming.name);
  const [problem, setProblem] = useState('');
  const save = useOnce(async () => {
    try {
      const saved = await write(
        () =>
          portfolio.saveView({
            id: naming.id,
            name,
            shows: JSON.stringify(viewSearch(naming.shows)),
          }),
        t('views.savedAs', { name: name.trim() }),
      );
      props.onSaved(saved.id);
    } catch (cause) {
      setProblem(toProblem(cause).message);
    }
  });
  return (
    <Dialog
      opened
      onClose={props.onClose}
      title={naming.id === '' ? t('views.save') : t('views.rename', { name: naming.name })}
      size="sm"
    >
      <form
        className={classes['editor']}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <div className={classes['field']}>
          <label htmlFor={id}>{t('views.name')}</label>
          <input
            id={id}
            data-autofocus
            value={name}
            maxLength={80}
            aria-invalid={problem !== ''}
            aria-describedby={problem === '' ? undefined : `${id}-problem`}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          {problem !== '' && (
            <p id={`${id}-problem`} role="alert" className={classes['problem']}>
              {problem}
            </p>
          )}
        </div>
        <div className={classes['foot']}>
          <Button type="submit" look="primary" aria-disabled={name.trim() === ''}>
            {t('views.keep')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
