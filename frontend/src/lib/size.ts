/** Writes a size in bytes shortly, as the locale writes numbers: "4.2 MB". */
export function sizeOf(bytes: number, locale: string): string {
  const steps = ['kilobyte', 'megabyte', 'gigabyte'] as const;
  let value = bytes / 1000;
  let step = 0;
  while (value >= 999.5 && step < steps.length - 1) {
    value /= 1000;
    step += 1;
  }
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: steps[step] ?? 'kilobyte',
    maximumFractionDigits: value < 10 ? 1 : 0,
  }).format(value);
}
