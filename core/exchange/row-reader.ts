import { email as emailSchema } from '@aura/kernel';
import { readDateBy } from './cell-date.ts';
import { readBoolean, readNumber } from './cell-number.ts';
import type { CsvRecord, CsvRow } from './csv-file.ts';
import { type ColumnPlan, type ImportPlan, replaceValue } from './import-plan.ts';
import type { CellValue, FieldType, ImportField, MatchKey, RowProblem } from './importer.ts';

export type LinkText = { by: MatchKey; texts: string[] };

/** A row as the file has it: values are read, links are still text. */
export type ReadRow = {
  line: number;
  values: Record<string, CellValue>;
  linkTexts: Record<string, LinkText>;
  custom: Record<string, unknown>;
};

type Fault = { code: string; message: string };
type Read = { value: CellValue | null } | Fault;

/** Reads one record; every problem of it, when there is any. */
export function readRow(plan: ImportPlan, record: CsvRecord): { row: ReadRow } | { problems: RowProblem[] } {
  if ('problem' in record) return { problems: [{ line: record.line, path: null, ...RECORD_FAULTS[record.problem] }] };
  const row: ReadRow = { line: record.line, values: {}, linkTexts: {}, custom: {} };
  const problems = [...excessOf(plan, record)];
  for (const column of plan.columns) {
    const text = replaceValue(column, record.cells[column.index] ?? '').trim();
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
    const texts = into.link.isMany
      ? text
          .split(/[,;]/)
          .map((part) => part.trim())
          .filter(Boolean)
      : [text];
    if (texts.some((one) => one.length > 300)) return { code: 'too_long', message: 'Use 300 characters or fewer' };
    row.linkTexts[into.link.name] = { by: into.by, texts };
    return null;
  }
  if (into.kind === 'custom') return fillCustom(row, { column, into, text });
  const read = readField(into.field, { column, text });
  if ('code' in read) return read;
  if (read.value !== null) row.values[into.field.target] = read.value;
  return null;
}

function readField(field: ImportField, { column, text }: { column: ColumnPlan; text: string }): Read {
  const read = readAs(field.type, { column, text });
  if ('code' in read || read.value === null) return read;
  if (typeof read.value === 'string' && field.type !== 'number' && field.type !== 'integer') {
    return field.max !== undefined && read.value.length > field.max
      ? { code: 'too_long', message: `Use ${field.max} characters or fewer` }
      : read;
  }
  const number = Number(read.value);
  if (field.min !== undefined && number < field.min) return { code: 'too_small', message: `Use ${field.min} or more` };
  if (field.max !== undefined && number > field.max) return { code: 'too_large', message: `Use ${field.max} or less` };
  return read;
}

function readAs(type: FieldType, { column, text }: { column: ColumnPlan; text: string }): Read {
  switch (type) {
    case 'text':
    case 'id':
      return { value: text };
    case 'url':
      // Shown as a link: nothing but http(s) may be in it.
      return /^(https?:\/\/)?[\p{L}\p{N}_-]+(\.[\p{L}\p{N}_-]+)+([:/?#]\S*)?$/iu.test(text)
        ? { value: text }
        : { code: 'not_an_address', message: 'Enter an address like https://company.com' };
    case 'email': {
      const parsed = emailSchema.safeParse(text);
      return parsed.success
        ? { value: parsed.data }
        : { code: 'not_an_email', message: 'Enter an e-mail like name@company.com' };
    }
    case 'number':
    case 'integer': {
      const number = readNumber(text, column.numberFormat);
      if (number === null)
        return { code: 'not_a_number', message: `"${text.slice(0, 100)}" is not a number like ${column.numberFormat}` };
      return type === 'integer' && number.includes('.')
        ? { code: 'not_an_integer', message: 'Enter a whole number' }
        : { value: number };
    }
    case 'boolean': {
      const value = readBoolean(text);
      return value === null ? { code: 'not_yes_or_no', message: 'Answer yes or no' } : { value };
    }
    case 'date':
      return readDay(column, text);
  }
}

function readDay({ dateFormats }: ColumnPlan, text: string): Read {
  const read = readDateBy(text, dateFormats);
  if ('iso' in read) return { value: read.iso };
  if (read.problem === 'ambiguous_date')
    return {
      code: 'ambiguous_date',
      message: `"${text}" could be ${dateFormats.join(' or ')}: say which by dateFormat`,
    };
  const expected = dateFormats[0] ?? 'YYYY-MM-DD';
  return { code: 'not_a_date', message: `"${text.slice(0, 100)}" is not a date like ${expected}` };
}

type Custom = Extract<ColumnPlan['into'], { kind: 'custom' }>;

function fillCustom(
  row: ReadRow,
  { column, into, text }: { column: ColumnPlan; into: Custom; text: string },
): Fault | null {
  const set = (value: unknown): null => {
    row.custom[into.key] = value;
    return null;
  };
  switch (into.type) {
    case 'number':
    case 'date':
    case 'boolean':
    case 'email': {
      const read = readAs(into.type, { column, text });
      if ('code' in read) return read;
      return set(into.type === 'number' ? Number(read.value) : read.value);
    }
    case 'select':
      return set(optionOf(into.options, text));
    case 'multiselect':
      return set(
        text
          .split(/[,;]/)
          .map((part) => optionOf(into.options, part.trim()))
          .filter(Boolean),
      );
    case 'url':
      return set(/^https?:\/\//i.test(text) ? text : `https://${text}`);
    case 'text':
      return text.length > 2000 ? { code: 'too_long', message: 'Use 2000 characters or fewer' } : set(text);
  }
}

// What fits no option is kept as it is: the field's own check says what is wrong with it.
function optionOf(options: readonly string[], text: string): string {
  return options.find((option) => option.toLowerCase() === text.toLowerCase()) ?? text;
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
