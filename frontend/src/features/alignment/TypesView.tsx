import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { alignment as api } from '@/api';
import type { CustomerType, CustomerTypes, Outcome, Rule, TypeCount } from '@/api/alignment';
import { useFormat, useWrite } from '@/state';
import { Button } from '@/ui';
import page from './Alignment.module.css';
import { Sortable } from './Sortable';
import { Suggestions } from './Suggestions';
import { TypeDialog } from './TypeDialog';
import classes from './Types.module.css';
import { ruleWords } from './words';

/** Draws the customer types in the order of their rules, and suggests new ones. */
export function TypesView({ outcome }: { outcome: Outcome }) {
  const { t } = useTranslation('alignment');
  const { number } = useFormat();
  const write = useWrite();
  const [editing, setEditing] = useState<Partial<CustomerType> | null>(null);
  const types = useQuery({ queryKey: ['alignment', 'types'], queryFn: api.types }).data;
  if (types === undefined) return null;
  return (
    <div className={page['body']}>
      <section className={page['answer']}>
        <h2>{t('types.title')}</h2>
        <p>{types.types.length === 0 ? t('types.empty') : t('types.intro')}</p>
      </section>
      <Sortable
        id="types"
        label={t('types.title')}
        readOnly={types.read_only}
        items={types.types.map((type, index) => ({
          id: type.id,
          handle: t('table.drag', { name: type.name, place: index + 1 }),
          content: (handle) => (
            <TypeLine type={type} types={types} handle={handle} onEdit={() => setEditing(type)} />
          ),
        }))}
        onMove={(id, before) => write(() => api.moveType(id, before), t('done.moved'))}
      />
      {types.untyped.accounts + types.untyped.cancelled > 0 && (
        <div className={classes['typeLine']}>
          <span className={classes['typeWords']}>{t('types.none')}</span>
          <Count count={types.untyped} />
          {!types.read_only && <span className={classes['noTools']} />}
        </div>
      )}
      <p className={classes['how']}>{t('types.how')}</p>
      {!types.read_only && (
        <div className={classes['section']}>
          <Button
            icon={<IconPlus size={13} stroke={1.8} aria-hidden />}
            onClick={() => setEditing({ rules: [] })}
          >
            {t('types.add')}
          </Button>{' '}
          {types.by_rules > 0 && (
            <Button
              onClick={() => void write(api.applyTypes, t('done.applied')).catch(() => undefined)}
            >
              {t('types.apply', { count: types.by_rules })}
            </Button>
          )}
          <p className={classes['how']}>
            {types.open === 0
              ? t('types.allSet')
              : t('types.applyHint', { count: types.open, open: number(types.open) })}
          </p>
        </div>
      )}
      <Suggestions
        key={outcome}
        outcome={outcome}
        signs={types.signs}
        readOnly={types.read_only}
        onName={(rules: Rule[]) => setEditing({ rules })}
      />
      {editing !== null && (
        <TypeDialog type={editing} types={types} onClose={() => setEditing(null)} />
      )}
    </div>
  );
}

function TypeLine(props: {
  type: CustomerType;
  types: CustomerTypes;
  handle: ReactNode;
  onEdit: () => void;
}) {
  const { t } = useTranslation('alignment');
  const format = useFormat();
  const write = useWrite();
  const { type, types } = props;
  return (
    <div className={classes['typeLine']}>
      {props.handle}
      <span
        className={classes['swatch']}
        style={{ background: type.color === '' ? 'var(--claim)' : type.color }}
        aria-hidden
      />
      <span className={classes['typeWords']}>
        <b>{type.name}</b>
        {type.description !== '' && <small>{type.description}</small>}
        <small>
          {type.rules.length === 0
            ? t('types.noRules')
            : type.rules
                .map((rule) => ruleWords(rule, types.signs, t, format))
                .join(` ${t('types.and')} `)}
        </small>
      </span>
      <Count count={type.count} />
      {!types.read_only && (
        <span className={classes['tools']}>
          <Button
            size="small"
            look="quiet"
            aria-label={t('table.editOf', { name: type.name })}
            title={t('table.edit')}
            icon={<IconPencil size={14} stroke={1.6} aria-hidden />}
            onClick={props.onEdit}
          />
          <Button
            size="small"
            look="quiet"
            aria-label={t('table.removeOf', { name: type.name })}
            title={t('table.remove')}
            icon={<IconTrash size={14} stroke={1.6} aria-hidden />}
            onClick={() =>
              void write(() => api.removeType(type.id), t('done.removed')).catch(() => undefined)
            }
          />
        </span>
      )}
    </div>
  );
}

/** Draws how large a type is, and how its terms ended. */
function Count({ count }: { count: TypeCount }) {
  const { t } = useTranslation('alignment');
  const { number, percent } = useFormat();
  return (
    <>
      <span className={classes['typeFigure']}>
        <span>
          {t('types.accounts', { count: count.accounts, formatted: number(count.accounts) })}
        </span>
        {count.cancelled > 0 && <small>{t('types.cancelled', { count: count.cancelled })}</small>}
      </span>
      <span className={classes['typeFigure']}>
        {count.rate === null || count.low === null || count.high === null ? (
          <small>{t('types.notDecided')}</small>
        ) : (
          <>
            <span>
              {t('types.renewed')} {percent(count.rate)}
            </span>
            <small>
              {t('types.renewedOf', {
                renewed: number(count.renewed),
                decided: number(count.decided),
              })}
              , {t('types.interval', { low: percent(count.low), high: percent(count.high) })}
            </small>
          </>
        )}
      </span>
    </>
  );
}
