import type { TFunction } from 'i18next';
import type { imports } from '@/api';
import type { useFormat } from '@/state';

type T = TFunction<'imports'>;
type Format = ReturnType<typeof useFormat>;

/** Gives the word for what a table's rows are; a kind of a newer version keeps its own. */
export function kindWord(t: T, kind: string): string {
  return t(`kind.${kind}` as 'kind.accounts', { defaultValue: kind });
}

/** Names a field; "attributes.Industry" is Industry, and a field of a newer version keeps its name. */
export function fieldWord(t: T, field: string): string {
  const own = /^(attributes|external_ids)\.(.+)$/.exec(field);
  if (own?.[1] === 'attributes') return own[2] ?? field;
  if (own?.[1] === 'external_ids') return `${t('field.external_id')} (${own[2]})`;
  if (field === 'attributes') return t('attribute');
  return t(`field.${field}` as 'field.name', { defaultValue: field.replaceAll('_', ' ') });
}

/** Names a program: "hubspot" is HubSpot. */
export function sourceWord(t: T, source: string): string {
  const names: Record<string, string> = {
    dynamics: 'Dynamics 365',
    gainsight: 'Gainsight',
    hubspot: 'HubSpot',
    pipedrive: 'Pipedrive',
    salesforce: 'Salesforce',
    zendesk: 'Zendesk',
    zoho: 'Zoho CRM',
  };
  return names[source] ?? (source === 'import' ? t('sourceOther') : source);
}

const day = /^\d{4}-\d\d-\d\d$/;
const amount = /^(-?\d+(?:\.\d+)?) ([A-Z]{3})$/;

/** Writes a value as the person's locale does: a day, an amount, or the text as it is. */
export function valueWords(format: Format, value: string): string {
  if (day.test(value)) return format.date(value);
  const money = amount.exec(value);
  if (money?.[1] !== undefined && money[2] !== undefined) {
    return format.money(Number(money[1]), money[2]);
  }
  return value;
}

/** Writes a cell of the preview. */
export function cellWords(format: Format, cell: imports.ImportCell, value: string): string {
  if (value === '' || cell.bad) return value;
  if (cell.kind === 'number') {
    const number = Number(value);
    const digits = Math.min(6, value.split('.')[1]?.length ?? 0);
    return Number.isFinite(number) ? format.number(number, digits) : value;
  }
  return valueWords(format, value);
}

/** Numbers stand at the end of their column. */
export function atEnd(cell: imports.ImportCell): boolean {
  return cell.kind === 'money' || cell.kind === 'number';
}
