type Value = string | number | null;

/** Rows as CSV (RFC 4180) that a spreadsheet opens as text and numbers, never as a formula. */
export function toCsv(header: readonly string[], rows: readonly (readonly Value[])[]): string {
  return [header, ...rows].map((row) => `${row.map(csvField).join(',')}\r\n`).join('');
}

// A leading =, +, - or @ would be run as a formula by a spreadsheet.
function csvField(value: Value): string {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

type Sum = { currency: string; count: number; amount: string; weighted: string };

/** A row for each currency; one without amounts where there is nothing to sum. */
export const sumRows = (sums: readonly Sum[]): readonly (readonly [number, string, string, string])[] =>
  sums.length === 0
    ? [[0, '', '', '']]
    : sums.map(({ count, currency, amount, weighted }) => [count, currency, amount, weighted] as const);
