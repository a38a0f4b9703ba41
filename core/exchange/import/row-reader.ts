import { unguardCell } from '../csv/cell-guard.ts';
import type { CsvRecord, CsvRow } from '../csv/csv-file.ts';
import { type Fault, readCustom, readField } from './cell-reader.ts';
import { type ColumnPlan, type ImportPlan, partsOf, replaceValue } from './import-plan.ts';
import type { CellValue, MatchKey, RowProblem } from './importer.ts';

export type LinkText = { by: MatchKey; texts: string[] };

/** A row as the file has it: values are read, links are still text. */
export type ReadRow = {
  line: number;
  values: Record<string, CellValue>;
  linkTexts: Record<string, LinkText>;
  custom: Record<string, unknown>;
};

/** Reads one record; every problem of it, when there is any. */
export function readRow(plan: ImportPlan, record: CsvRecord): { row: ReadRow } | { problems: RowProblem[] } {
  if ('problem' in record) return { problems: [{ line: record.line, path: null, ...RECORD_FAULTS[record.problem] }] };
  const row: ReadRow = { line: record.line, values: {}, linkTexts: {}, custom: {} };
  const problems = [...excessOf(plan, record)];
  for (const column of plan.columns) {
    const text = unguardCell(replaceValue(column, record.cells[column.index] ?? '').trim());
    const fault = text === '' ? null : fill(row, column, text);
    if (fault) problems.push({ line: record.line, path: column.target, ...fault, value: text });
  }
  problems.push(...complete(plan, { row, record, known: problems }));
  return problems.length > 0 ? { problems } : { row };
}

const RECORD_FAULTS = {
  broken_quotes: { code: 'broken_quotes', message: 'The quotes of this line do not match' },
  too_long: { code: 'too_long', message: 'This line is longer than 1 MB' },
} as const;

// More cells than columns: an unquoted delimiter has shifted the values, and nobody can say which.
function excessOf({ header }: ImportPlan, { line, cells }: CsvRow): RowProblem[] {
  const excess = cells.slice(header.length).find((cell) => cell.trim() !== '');
  if (excess === undefined) return [];
  return [
    {
      line,
      path: null,
      code: 'too_many_cells',
      message: `This line has ${cells.length} cells; the header has ${header.length}`,
      value: excess,
    },
  ];
}

function fill(row: ReadRow, column: ColumnPlan, text: string): Fault | null {
  if (text.includes('\u0000')) return { code: 'nul_character', message: 'Remove the NUL character' };
  const { into } = column;
  if (into.kind === 'link') {
    const texts = into.link.isMany ? partsOf(column, text) : [text];
    if (texts.some((one) => one.length > 300)) return { code: 'too_long', message: 'Use 300 characters or fewer' };
    row.linkTexts[into.link.name] = { by: into.by, texts };
    return null;
  }
  if (into.kind === 'custom') {
    const read = readCustom(into, { column, text });
    if ('code' in read) return read;
    row.custom[into.key] = read.value;
    return null;
  }
  const read = readField(into.field, { column, text });
  if ('code' in read) return read;
  row.values[into.field.target] = read.value;
  return null;
}

type Complete = { row: ReadRow; record: CsvRow; known: RowProblem[] };

/** Fills what is missing from its template, then asks for what is required. */
function complete(plan: ImportPlan, { row, record, known }: Complete): RowProblem[] {
  for (const [target, template] of Object.entries(plan.template)) {
    if (target in row.values) continue;
    const field = plan.importer.fields.find((candidate) => candidate.target === target);
    const text = renderTemplate(template, (name) => cellOf(plan, record, name)).slice(0, field?.max ?? 200);
    if (text !== '') row.values[target] = text;
  }
  return plan.importer.fields
    .filter(
      ({ target, isRequired }) => isRequired && !(target in row.values) && !known.some(({ path }) => path === target),
    )
    .map(({ target, label }) => ({ line: row.line, path: target, code: 'required', message: `${label} is missing` }));
}

function cellOf(plan: ImportPlan, record: CsvRow, name: string): string {
  const index = plan.header.indexOf(name);
  const column = plan.columns.find((candidate) => candidate.index === index);
  const cell = record.cells[index] ?? '';
  return (column ? replaceValue(column, cell) : cell).replaceAll('\u0000', '').trim();
}

/** `{account} · {product}`: an empty part takes its separator along. */
export function renderTemplate(template: string, cell: (name: string) => string): string {
  const parts = template
    .split(/(\{[^}]*\})/)
    .map((part) =>
      /^\{.*\}$/.test(part) ? { isCell: true, text: cell(part.slice(1, -1)) } : { isCell: false, text: part },
    );
  const kept = parts.filter((part, index) => {
    const isSeparator = !part.isCell && /^[\s\p{P}\p{S}]*$/u.test(part.text);
    if (!isSeparator) return true;
    const before = parts.slice(0, index).findLast(({ isCell }) => isCell);
    const after = parts.slice(index + 1).find(({ isCell }) => isCell);
    return (before === undefined || before.text !== '') && (after === undefined || after.text !== '');
  });
  return kept
    .map(({ text }) => text)
    .join('')
    .trim();
}
