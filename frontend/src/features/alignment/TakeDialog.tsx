import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type DragEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { alignment as api, dialogs, imports, toProblem, transport } from '@/api';
import type { Indicator } from '@/api/alignment';
import type { ImportPlan } from '@/api/imports';
import { useFormat, useWrite } from '@/state';
import { Button, Dialog } from '@/ui';
import classes from './Sheet.module.css';

/** What is known of the table so far. */
interface Table {
  path: string;
  plan: ImportPlan;
  account: string;
  value: string;
}

/** Takes values from a column of any table, or from an imported column without a field. */
export function TakeDialog(props: {
  signs: readonly Indicator[];
  sign: string;
  /** Columns that were pasted; '' where there are none. */
  text: string;
  onClose: () => void;
}) {
  const { t } = useTranslation('alignment');
  const { number } = useFormat();
  const write = useWrite();
  const [sign, setSign] = useState(props.sign);
  const [table, setTable] = useState<Table | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const attributes = useQuery({ queryKey: ['alignment', 'attributes'], queryFn: api.attributes });

  const attempt = async (run: () => Promise<Table | null>) => {
    setBusy(true);
    setProblem('');
    try {
      setTable(await run());
    } catch (cause) {
      setProblem(toProblem(cause).message);
    } finally {
      setBusy(false);
    }
  };
  const take = (path: () => Promise<string>) =>
    attempt(async () => {
      const found = await path();
      return found === '' ? table : look(found, sign);
    });
  const choose = (part: Partial<Pick<Table, 'account' | 'value'>>, of = sign) => {
    if (table === null) return;
    const next = { ...table, ...part };
    void attempt(async () => ({
      ...next,
      plan: await inspect(next.path, next.plan, next.account, next.value, of),
    }));
  };
  const { text } = props;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was pasted is taken once
  useEffect(() => {
    if (text !== '') void take(() => imports.paste(t('take.pasted'), text));
  }, [text]);
  const apply = async () => {
    try {
      await write(() => imports.apply(), t('done.saved'));
      props.onClose();
    } catch (cause) {
      setProblem(toProblem(cause).message);
    }
  };
  const count = table === null ? 0 : table.plan.new + table.plan.changed;
  return (
    <Dialog opened onClose={props.onClose} title={t('take.title')} size="44rem">
      <div className={classes['take']}>
        <Select
          openOnFocus={false}
          label={t('take.indicator')}
          allowDeselect={false}
          searchable
          data={props.signs.map((one) => ({ value: one.id, label: one.name }))}
          value={sign}
          onChange={(value) => {
            setSign(value ?? '');
            choose({}, value ?? '');
          }}
        />
        <Source attributes={attributes.data ?? []} onPath={(path) => void take(path)} />
        {busy && <p role="status">{t('take.reading')}</p>}
        {problem !== '' && (
          <p role="alert" className={classes['problem']}>
            {problem}
          </p>
        )}
        {table !== null && (
          <>
            <div className={classes['takeColumns']}>
              {(['account', 'value'] as const).map((part) => (
                <Select
                  key={part}
                  label={t(`take.${part}Column`)}
                  allowDeselect={false}
                  searchable
                  data={table.plan.columns.map((column) => column.name)}
                  value={table[part]}
                  onChange={(value) => choose({ [part]: value ?? '' })}
                />
              ))}
            </div>
            {table.plan.problem !== '' && <p role="alert">{table.plan.problem}</p>}
            <p role="status">
              {t('take.preview', {
                added: number(table.plan.new),
                changed: number(table.plan.changed),
                same: number(table.plan.same),
                refused: number(table.plan.refused),
              })}
            </p>
            {table.plan.refused > 0 && <Refused key={`${table.account} ${table.value} ${sign}`} />}
          </>
        )}
        <div>
          <Button
            look="primary"
            aria-disabled={busy || count === 0}
            onClick={() => count > 0 && void apply()}
          >
            {table !== null && count === 0 && !busy
              ? t('take.nothing')
              : t('take.apply', { count })}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

/** Takes a file, by choosing or dropping it, or names an imported column. */
function Source(props: {
  attributes: readonly api.Attribute[];
  onPath: (path: () => Promise<string>) => void;
}) {
  const { t } = useTranslation('alignment');
  const { number } = useFormat();
  const chooser = useRef<HTMLInputElement>(null);
  const takeFile = (file: File | undefined) => {
    if (file !== undefined) props.onPath(() => transport.upload(file));
  };
  return (
    <section
      aria-label={t('take.where')}
      className={classes['takeSource']}
      onDragOver={(event: DragEvent) => event.preventDefault()}
      onDrop={(event: DragEvent) => {
        event.preventDefault();
        takeFile(event.dataTransfer.files[0]);
      }}
    >
      <Button
        data-autofocus
        onClick={() => {
          if (dialogs.inWindow())
            props.onPath(() =>
              dialogs.openFile(t('take.file'), ['*.csv', '*.tsv', '*.txt', '*.xlsx']),
            );
          else chooser.current?.click();
        }}
      >
        {t('take.file')}
      </Button>
      <span>{t('take.drop')}</span>
      <input
        ref={chooser}
        type="file"
        hidden
        accept=".csv,.tsv,.txt,.xlsx"
        aria-label={t('take.file')}
        onChange={(event) => {
          takeFile(event.currentTarget.files?.[0]);
          event.currentTarget.value = '';
        }}
      />
      {props.attributes.length > 0 && (
        <Select
          label={t('take.attribute')}
          placeholder={t('take.chooseAttribute')}
          searchable
          data={props.attributes.map((one) => ({
            value: one.name,
            label: t('take.attributeOption', {
              name: one.name,
              count: one.filled,
              formatted: number(one.filled),
            }),
          }))}
          value={null}
          onChange={(name) => {
            if (name !== null)
              props.onPath(async () => imports.paste(name, await api.attributeTable(name)));
          }}
        />
      )}
    </section>
  );
}

/** Says of the first refused rows why they are. */
function Refused() {
  const { t } = useTranslation('alignment');
  const { number } = useFormat();
  const rows = useQuery({
    queryKey: ['alignment', 'refused'],
    queryFn: () => imports.rows({ status: 'refused', question: '', offset: 0, limit: 4 }),
    gcTime: 0,
  });
  const list = rows.data?.rows ?? [];
  const more = (rows.data?.total ?? 0) - list.length;
  return (
    <ul>
      {list.map((row) => (
        <li key={row.place}>{t('take.refused', { row: number(row.row), reason: row.reason })}</li>
      ))}
      {more > 0 && <li>{t('take.more', { count: more })}</li>}
    </ul>
  );
}

/** Reads a table and finds which columns hold the account and the value. */
async function look(path: string, sign: string): Promise<Table> {
  const first = await imports.inspect(request(path, {}, sign));
  const fields = ['account', 'account_external_id'];
  const account = first.columns.find((column) => fields.includes(column.field)) ?? first.columns[0];
  const rest = first.columns.filter((column) => column !== account);
  const value = rest.find((column) => column.field === 'value') ?? rest[0];
  const names = { account: account?.name ?? '', value: value?.name ?? '' };
  return {
    path,
    ...names,
    plan: await inspect(path, first, names.account, names.value, sign),
  };
}

/** Works out what taking two columns of a table would do. */
function inspect(
  path: string,
  plan: ImportPlan,
  account: string,
  value: string,
  sign: string,
): Promise<ImportPlan> {
  const map = Object.fromEntries(
    plan.columns.map((column) => {
      if (column.name === value) return [column.name, 'value'];
      if (column.name !== account) return [column.name, ''];
      const byId = column.field === 'account_external_id';
      return [column.name, byId ? 'account_external_id' : 'account'];
    }),
  );
  return imports.inspect(request(path, map, sign));
}

function request(path: string, map: Record<string, string>, sign: string) {
  return {
    path,
    as: 'values',
    source: '',
    encoding: '',
    delimiter: '',
    sheet: '',
    date_order: '',
    decimal: '',
    currency: '',
    mapping: 'none',
    map,
    constants: { indicator: sign },
    answer_all: {},
    answers: {},
  };
}
