import { Autocomplete, CloseButton, Select, Textarea, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { alignment as api, toProblem } from '@/api';
import type { CustomerType, CustomerTypes, Rule } from '@/api/alignment';
import { useFormat, useOnce, useWrite } from '@/state';
import { Button, Dialog } from '@/ui';
import classes from './Types.module.css';

/** Takes a customer type: its name, its rules with a count that follows them. */
export function TypeDialog(props: {
  type: Partial<CustomerType>;
  types: CustomerTypes;
  onClose: () => void;
}) {
  const { t } = useTranslation('alignment');
  const write = useWrite();
  const color = useId();
  const { type, types } = props;
  const [fields, setFields] = useState({
    id: type.id ?? '',
    name: type.name ?? '',
    description: type.description ?? '',
    color: type.color ?? '',
  });
  const [rules, setRules] = useState<Rule[]>(type.rules ?? []);
  const [wrong, setWrong] = useState({ field: '', message: '' });
  const set = (part: Partial<typeof fields>) => {
    setFields({ ...fields, ...part });
    setWrong({ field: '', message: '' });
  };
  const save = useOnce(async () => {
    try {
      await write(
        () => api.saveType({ ...fields, rules }),
        t(fields.id === '' ? 'done.added' : 'done.saved'),
      );
      props.onClose();
    } catch (cause) {
      const { field, message } = toProblem(cause);
      setWrong({ field, message });
    }
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || (!event.ctrlKey && !event.metaKey)) return;
    event.preventDefault();
    void save();
  };
  return (
    <Dialog
      opened
      onClose={props.onClose}
      size="46rem"
      title={t(fields.id === '' ? 'types.new' : 'types.editTitle')}
    >
      <form
        className={classes['typeForm']}
        onKeyDown={onKeyDown}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextInput
          data-autofocus
          label={t('types.name')}
          placeholder={t('types.nameHint')}
          value={fields.name}
          error={wrong.field === 'name' ? wrong.message : undefined}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <Textarea
          label={t('types.description')}
          autosize
          minRows={1}
          maxRows={4}
          value={fields.description}
          onChange={(event) => set({ description: event.currentTarget.value })}
        />
        <div>
          <label htmlFor={color}>{t('types.color')}</label>{' '}
          <input
            id={color}
            type="color"
            className={classes['color']}
            value={fields.color === '' ? '#6a716a' : fields.color}
            onChange={(event) => set({ color: event.currentTarget.value })}
          />
        </div>
        <fieldset className={classes['section']} style={{ border: 0, padding: 0, margin: 0 }}>
          <legend>{t('types.rules')}</legend>
          {rules.map((rule, place) => (
            <RuleLine
              // biome-ignore lint/suspicious/noArrayIndexKey: a rule has no name but its place
              key={place}
              rule={rule}
              place={place}
              types={types}
              error={wrong.field === `rules.${place}` ? wrong.message : ''}
              onChange={(next) => {
                setRules(rules.map((one, at) => (at === place ? next : one)));
                setWrong({ field: '', message: '' });
              }}
              onDrop={() => setRules(rules.filter((_, at) => at !== place))}
            />
          ))}
          <Button
            size="small"
            onClick={() => setRules([...rules, { indicator: '', name: '', op: 'is', value: '' }])}
          >
            {t('types.addRule')}
          </Button>
        </fieldset>
        {rules.length > 0 && <LiveCount rules={rules} />}
        <div>
          <Button look="primary" type="submit">
            {t('form.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function LiveCount({ rules }: { rules: readonly Rule[] }) {
  const { t } = useTranslation('alignment');
  const { number } = useFormat();
  const [settled] = useDebouncedValue(rules, 150);
  const count = useQuery({
    queryKey: ['alignment', 'count', settled],
    queryFn: () => api.countRules(settled),
    placeholderData: (before) => before,
  }).data;
  if (count === undefined) return null;
  return (
    <p role="status">
      {t('types.count', {
        accounts: number(count.accounts),
        cancelled: number(count.cancelled),
        known: number(count.known),
      })}
    </p>
  );
}

function RuleLine(props: {
  rule: Rule;
  place: number;
  types: CustomerTypes;
  error: string;
  onChange: (rule: Rule) => void;
  onDrop: () => void;
}) {
  const { t } = useTranslation('alignment');
  const { rule, types } = props;
  const place = props.place + 1;
  const sign = types.signs.find((one) => one.id === rule.indicator);
  const kind = sign?.kind ?? 'category';
  const ops = kind === 'number' ? types.ops : types.ops.slice(0, 2);
  return (
    <div className={classes['rule']}>
      <Select
        aria-label={t('types.sign', { place })}
        searchable
        allowDeselect={false}
        data={types.signs.map((one) => ({ value: one.id, label: one.name }))}
        value={rule.indicator === '' ? null : rule.indicator}
        onChange={(indicator) => {
          const next = types.signs.find((one) => one.id === indicator);
          props.onChange({
            ...rule,
            indicator: indicator ?? '',
            name: next?.name ?? '',
            op: next?.kind === 'number' ? 'at least' : 'is',
            value: next?.kind === 'yes/no' ? 'yes' : '',
          });
        }}
      />
      <Select
        aria-label={t('types.how2', { place })}
        allowDeselect={false}
        data={ops.map((op) => ({ value: op, label: t(`types.op.${op as 'is'}`) }))}
        value={rule.op}
        onChange={(op) => props.onChange({ ...rule, op: op ?? 'is' })}
      />
      {kind === 'yes/no' ? (
        <Select
          aria-label={t('types.value', { place })}
          allowDeselect={false}
          data={(['yes', 'no'] as const).map((word) => ({ value: word, label: t(word) }))}
          value={rule.value}
          error={props.error === '' ? undefined : props.error}
          onChange={(value) => props.onChange({ ...rule, value: value ?? '' })}
        />
      ) : (
        <Autocomplete
          aria-label={t('types.value', { place })}
          inputMode={kind === 'number' ? 'decimal' : 'text'}
          data={sign?.words ?? []}
          value={rule.value}
          error={props.error === '' ? undefined : props.error}
          onChange={(value) =>
            props.onChange({ ...rule, value: kind === 'number' ? value.replace(',', '.') : value })
          }
        />
      )}
      <CloseButton aria-label={t('types.dropRule', { place })} onClick={props.onDrop} />
    </div>
  );
}
