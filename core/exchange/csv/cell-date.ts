export type DateRead = { iso: string } | { problem: 'not_a_date' | 'ambiguous_date' };

/** Tried when the import does not say; the first ones win where several fit without contradiction. */
export const DATE_FORMATS = [
  'YYYY-MM-DD',
  'YYYY/MM/DD',
  'YYYY.MM.DD',
  'YYYYMMDD',
  'DD.MM.YYYY',
  'DD.MM.YY',
  'DD/MM/YYYY',
  'MM/DD/YYYY',
  'DD-MM-YYYY',
  'MM-DD-YYYY',
  'DD/MM/YY',
  'MM/DD/YY',
  'DD-MM-YY',
  'MM-DD-YY',
  'D MMM YYYY',
  'D-MMM-YYYY',
  'D-MMM-YY',
  'MMM D, YYYY',
  'YYYY-MMM-DD',
] as const;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const PARTS: Record<string, string> = {
  YYYY: '(?<year>\\d{4})',
  YY: '(?<year>\\d{2})',
  MMM: '(?<name>[a-z]{3,9})\\.?',
  MM: '(?<month>\\d{1,2})',
  M: '(?<month>\\d{1,2})',
  DD: '(?<day>\\d{1,2})',
  D: '(?<day>\\d{1,2})',
};
const TIME = '(?:[ T]\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?(?: ?[ap]m)?(?:Z|[+-]\\d{2}:?\\d{2})?)?';

const compiled = new Map<string, RegExp | null>();

/** Whether the text is a format that dates can be read by: each of year, month and day once. */
export function isDateFormat(format: string): boolean {
  return patternOf(format) !== null;
}

function patternOf(format: string): RegExp | null {
  const known = compiled.get(format);
  if (known !== undefined) return known;
  const pattern = compile(format);
  if (compiled.size < 500) compiled.set(format, pattern);
  return pattern;
}

function compile(format: string): RegExp | null {
  if (format.length > 20) return null;
  const isFixed = format === 'YYYYMMDD';
  const tokens = format.toUpperCase().match(/YYYY|YY|MMM|MM|M|DD|D|[^A-Z0-9]/g) ?? [];
  if (tokens.join('') !== format.toUpperCase()) return null;
  const letters = tokens.map((token) => token[0]).filter((letter) => letter !== undefined && /[YMD]/.test(letter));
  // Year, month and day, each once.
  if (letters.length !== 3 || new Set(letters).size !== 3) return null;
  const parts = tokens.map(
    (token) => PARTS[token]?.replaceAll('{1,2}', isFixed ? '{2}' : '{1,2}') ?? token.replace(/[^\w\s]/, '\\$&'),
  );
  return new RegExp(`^${parts.join('')}${TIME}$`, 'i');
}

/** A day as YYYY-MM-DD, or null when the text is no such day in this format. A time of day is dropped. */
export function readDate(text: string, format: string): string | null {
  const groups = patternOf(format)?.exec(text.trim())?.groups;
  if (!groups) return null;
  const { year = '', month, name, day = '' } = groups;
  const monthNumber = name ? MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1 : Number(month);
  return toIso(fullYear(year), monthNumber, Number(day));
}

// Two digits mean the century around now: 69 is 2069, 70 is 1970, as POSIX has it.
function fullYear(year: string): number {
  const number = Number(year);
  if (year.length > 2) return number;
  return number < 70 ? 2000 + number : 1900 + number;
}

function toIso(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal =
    month >= 1 && date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal && year >= 1000 ? date.toISOString().slice(0, 10) : null;
}

const ALL_TRIED_MAX = 1_000;

/** Narrows down, value by value, in which formats a column's dates are written. */
export type DateColumn = {
  add(text: string): void;
  /** Formats that fit every date seen so far; when none does, those that fit the most. */
  formats(): readonly string[];
};

export function createDateColumn(): DateColumn {
  const fits = new Map<string, number>(DATE_FORMATS.map((format) => [format, 0]));
  let seen = 0;
  return {
    add: (text) => {
      seen += 1;
      // Past the first ones only what has ever fitted is tried: twenty patterns on every cell would take seconds.
      if (seen === ALL_TRIED_MAX) for (const [format, count] of fits) if (count === 0) fits.delete(format);
      for (const [format, count] of fits) if (readDate(text, format)) fits.set(format, count + 1);
    },
    formats: () => {
      const most = Math.max(0, ...fits.values());
      return most === 0 ? [] : DATE_FORMATS.filter((format) => fits.get(format) === most);
    },
  };
}

/** Reads a date by the formats still possible: the day when they agree, a problem when they contradict each other. */
export function readDateBy(text: string, formats: readonly string[]): DateRead {
  const days = new Set(formats.map((format) => readDate(text, format)).filter((iso) => iso !== null));
  const [iso] = days;
  if (iso === undefined) return { problem: 'not_a_date' };
  return days.size === 1 ? { iso } : { problem: 'ambiguous_date' };
}
