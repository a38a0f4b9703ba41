export const NUMBER_FORMATS = ['1,234.56', '1.234,56'] as const;
export type NumberFormat = (typeof NUMBER_FORMATS)[number];

/** A plain decimal like `-1234.56`, or null. Currency signs, percent signs, thousands separators and (brackets) are understood. */
export function readNumber(text: string, format: NumberFormat): string | null {
  const bare = text
    .trim()
    .replace(/^\((.*)\)$/, '-$1')
    .replaceAll(/[\s\u00a0\u202f'’_]/g, '');
  const match = /^([-+−]?)(?:[A-Z]{3}|\p{Sc})?([-+−]?)([\d.,]+)(?:[A-Z]{3}|\p{Sc}|%)?$/iu.exec(bare);
  if (!match?.[3]) return null;
  const [group, point] = format === '1,234.56' ? [',', '.'] : ['.', ','];
  const [whole = '', fraction = '', ...more] = match[3].split(point);
  const parts = whole.split(group);
  const isGrouped =
    parts.length === 1 || parts.every((part, index) => (index === 0 ? /^\d{1,3}$/ : /^\d{3}$/).test(part));
  if (more.length > 0 || !isGrouped || !/^\d*$/.test(fraction) || (whole === '' && fraction === '')) return null;
  const isNegative = /[-−]/.test(`${match[1]}${match[2]}`);
  const digits = parts.join('').replace(/^0+(?=\d)/, '') || '0';
  const trimmed = fraction.replace(/0+$/, '');
  return `${isNegative && /[1-9]/.test(digits + trimmed) ? '-' : ''}${digits}${trimmed ? `.${trimmed}` : ''}`;
}

/** Learns from a column's values which of its signs is the decimal one. */
export type NumberColumn = { add(text: string): void; format(): NumberFormat };

export function createNumberColumn(): NumberColumn {
  let american = 0;
  let european = 0;
  return {
    add: (text) => {
      const isAmerican = readNumber(text, '1,234.56') !== null;
      const isEuropean = readNumber(text, '1.234,56') !== null;
      if (isAmerican && !isEuropean) american += 1;
      if (isEuropean && !isAmerican) european += 1;
    },
    format: () => (european > american ? '1.234,56' : '1,234.56'),
  };
}

const YES = new Set(['true', 'yes', 'y', '1', 'x', 'on', 'active', 'ja', 'oui', 'si', 'sí']);
const NO = new Set(['false', 'no', 'n', '0', '', 'off', 'inactive', 'nein', 'non']);

export function readBoolean(text: string): boolean | null {
  const word = text.trim().toLowerCase();
  if (YES.has(word)) return true;
  return NO.has(word) ? false : null;
}
