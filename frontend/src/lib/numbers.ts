/** The sign that parts whole from broken numbers in a locale. */
function decimalSign(locale: string): string {
  const parts = new Intl.NumberFormat(locale).formatToParts(1.5);
  return parts.find((part) => part.type === 'decimal')?.value ?? '.';
}

/**
 * Reads a number as a person types or pastes it: "2.1", "2,1 h", "1.234,5", "€19,500",
 * "71 %". A lone comma or point is a decimal one unless three digits stand behind it
 * and the locale groups so. Returns a plain decimal, or null where it is none.
 */
export function readNumber(text: string, locale: string): string | null {
  const bare = text
    .trim()
    .replace(/−/g, '-')
    .replace(/^(-?)[^\d\-.,]{1,4}(?=[-\d.,])/, '$1')
    .replace(/[\s\u00A0\u202F]*[^\d.,\s]{1,12}$/, '')
    .replace(/[\s\u00A0\u202F'’]/g, '');
  if (!/^-?[\d.,]*\d[\d.,]*$/.test(bare)) return null;
  const plain = withPoint(bare, decimalSign(locale));
  return plain !== null && /^-?(\d+(\.\d+)?|\.\d+)$/.test(plain)
    ? plain.replace(/^(-?)\./, '$10.')
    : null;
}

/** Turns a number's own signs into a decimal point alone; null where they make no sense. */
function withPoint(bare: string, sign: string): string | null {
  const comma = bare.lastIndexOf(',');
  const point = bare.lastIndexOf('.');
  if (comma >= 0 && point >= 0) {
    const [group, decimal] = comma > point ? ['.', ','] : [',', '.'];
    return bare.split(group).join('').replace(decimal, '.');
  }
  const used = comma >= 0 ? ',' : '.';
  const [head = '', ...tail] = bare.split(used);
  const inThrees = tail.every((piece) => piece.length === 3);
  if (tail.length > 1) return inThrees ? head + tail.join('') : null;
  const grouped = used !== sign && inThrees && /^-?[1-9]\d{0,2}$/.test(head);
  return grouped ? head + tail.join('') : [head, ...tail].join('.');
}

/** German puts thousands and millions to the sign: "19,5 T€". */
const germanSizes: Record<string, string> = { k: 'T', m: 'Mio.\u00A0' };

const money = /^(?<sign>[€$£¥])\s?(?<unit>k|m)?\b/u;

/**
 * Writes a measure's value with its unit: "2.1 h", "71%", "€19.5k". A unit such as
 * "€k a month" stands around the number; what follows it stays with the name.
 */
export function writeValue(value: number, unit: string, locale: string): string {
  const digits = placesOf(value);
  const number = new Intl.NumberFormat(locale, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
    .format(value === 0 ? 0 : value)
    .replace('-', '−');
  const found = money.exec(unit);
  if (found?.groups !== undefined) {
    const { sign = '', unit: size = '' } = found.groups;
    return locale.startsWith('de')
      ? `${number}\u00A0${germanSizes[size] ?? ''}${sign}`
      : `${sign}${number}${size}`;
  }
  if (unit === '%') return locale.startsWith('de') ? `${number} %` : `${number}%`;
  return unit === '' || unit.length > 5 ? number : `${number} ${unit}`;
}

function placesOf(value: number): number {
  const size = Math.abs(value);
  if (Number.isInteger(value)) return 0;
  return size >= 1000 ? 0 : size >= 1 ? Math.min(2, (String(value).split('.')[1] ?? '').length) : 3;
}

/** Gives all values of one measure as many places, so that they stand under each other. */
export function writeAlike(
  values: readonly (number | null)[],
  unit: string,
  locale: string,
): string[] {
  const places = Math.max(
    0,
    ...values.map((value) => (value === null ? 0 : Math.min(2, placesOf(value)))),
  );
  return values.map((value) => {
    if (value === null) return '';
    if (Math.abs(value) >= 1000 || places === 0 || placesOf(value) >= places)
      return writeValue(value, unit, locale);
    const sample = writeValue(1, unit, locale);
    const number = new Intl.NumberFormat(locale, {
      minimumFractionDigits: places,
      maximumFractionDigits: places,
    }).format(value);
    return sample.replace('1', number.replace('-', '−'));
  });
}

/** Returns the part of a unit that does not stand at the number: "a month", "per 1,000". */
export function restOfUnit(unit: string): string {
  const found = money.exec(unit);
  if (found !== null) return unit.slice(found[0].length).trim();
  return unit.length > 5 ? unit : '';
}
