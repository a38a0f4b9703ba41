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
  const plain = PLAIN[format](match[3]);
  if (plain === null) return null;
  const isNegative = /[-−]/.test(`${match[1]}${match[2]}`) && /[1-9]/.test(plain);
  return isNegative ? `-${plain}` : plain;
}

const PLAIN: Record<NumberFormat, (digits: string) => string | null> = {
  '1,234.56': (digits) => ungroup(/^(\d+|\d{1,3}(?:,\d{3})+)?(?:\.(\d*))?$/.exec(digits)),
  '1.234,56': (digits) => ungroup(/^(\d+|\d{1,3}(?:\.\d{3})+)?(?:,(\d*))?$/.exec(digits)),
};

function ungroup(match: RegExpExecArray | null): string | null {
  const [, whole = '', fraction = ''] = match ?? [];
  if (whole === '' && fraction === '') return null;
  const digits = whole.replaceAll(/[.,]/g, '').replace(/^0+(?=\d)/, '') || '0';
  const decimals = fraction.replace(/0+$/, '');
  return decimals === '' ? digits : `${digits}.${decimals}`;
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
