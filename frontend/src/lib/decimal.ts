/**
 * Reads a number as a person of the locale types it ("1.234,5" in German) and
 * answers it as a plain decimal, or undefined where it is none. A single mark
 * before three digits groups where the locale groups by it.
 */
export function readDecimal(typed: string, locale: string): string | undefined {
  const parts = new Intl.NumberFormat(locale).formatToParts(12345.6);
  const point = parts.find((part) => part.type === 'decimal')?.value ?? '.';
  const group = parts.find((part) => part.type === 'group')?.value ?? ',';
  let text = typed.trim().replace(/[\s\u00a0\u202f'’]/g, '');
  if (group !== point && new RegExp(`^\\d{1,3}(\\${group}\\d{3})+(\\${point}\\d*)?$`).test(text)) {
    text = text.replaceAll(group, '');
  }
  text = text.replace(',', '.');
  return /^\d+(\.\d+)?$|^\.\d+$/.test(text) ? text.replace(/^\./, '0.') : undefined;
}

/** Writes a plain decimal as a person of the locale would type it, without grouping. */
export function typedDecimal(value: string, locale: string): string {
  const point = new Intl.NumberFormat(locale).format(1.5).includes(',') ? ',' : '.';
  return value.replace('.', point);
}
