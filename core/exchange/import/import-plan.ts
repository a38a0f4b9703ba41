import type { CustomFieldDefinition, CustomFieldType } from '@aura/custom-fields';
import { createDateColumn, type DateColumn } from '../csv/cell-date.ts';
import { createNumberColumn, type NumberColumn, type NumberFormat, readNumber } from '../csv/cell-number.ts';
import type { CsvFile, CsvRow } from '../csv/csv-file.ts';
import type { ImportOptions } from './import.schema.ts';
import type { Importer, ImportField, ImportLink, MatchKey } from './importer.ts';
import { customKeyOf, labelOf, type Mapping } from './mapping.ts';

type Into =
  | { kind: 'field'; field: ImportField }
  | { kind: 'link'; link: ImportLink; by: MatchKey }
  | { kind: 'custom'; key: string; label: string; type: CustomFieldType; options: readonly string[]; isNew: boolean };

/** How one column of the file is read. */
export type ColumnPlan = {
  name: string;
  index: number;
  target: string;
  into: Into;
  replacements: Readonly<Record<string, string>>;
  dateFormats: readonly string[];
  numberFormat: NumberFormat;
};

export type ImportPlan = {
  importer: Importer;
  header: readonly string[];
  columns: ColumnPlan[];
  template: Readonly<Record<string, string>>;
  total: number;
};

export type PlanInput = {
  importer: Importer;
  file: CsvFile;
  mapping: Mapping;
  template: Readonly<Record<string, string>>;
  options: ImportOptions;
  definitions: readonly CustomFieldDefinition[];
};

/** Reads the file once, to count its rows and to learn how its dates and numbers are written. */
export async function planImport(input: PlanInput): Promise<ImportPlan> {
  const { importer, file, options } = input;
  const columns = file.header.flatMap((name, index) => {
    const target = input.mapping[name] ?? null;
    return target === null ? [] : [openColumn(input, { name, index, target })];
  });
  let total = 0;
  for await (const record of file.records()) {
    total += 1;
    if ('cells' in record) for (const column of columns) learn(column, record);
  }
  return {
    importer,
    header: file.header,
    template: input.template,
    total,
    columns: columns.map((column) => closeColumn(column, options)),
  };
}

type OpenColumn = Omit<ColumnPlan, 'dateFormats' | 'numberFormat'> & {
  dates: DateColumn;
  numbers: NumberColumn;
  plain: Plainness;
};
/** What every value of a column so far could be. */
type Plainness = { values: number; isNumber: boolean; isDate: boolean; isBoolean: boolean };

function openColumn(input: PlanInput, column: { name: string; index: number; target: string }): OpenColumn {
  return {
    ...column,
    into: intoOf(input, column),
    replacements: input.options.values?.[column.name] ?? {},
    dates: createDateColumn(),
    numbers: createNumberColumn(),
    plain: { values: 0, isNumber: true, isDate: true, isBoolean: true },
  };
}

function intoOf({ importer, definitions }: PlanInput, { name, target }: { name: string; target: string }): Into {
  const key = customKeyOf(target);
  if (key !== null) {
    const known = definitions.find((definition) => definition.key === key);
    if (known)
      return { kind: 'custom', key, label: known.label, type: known.type, options: known.options, isNew: false };
    return { kind: 'custom', key, label: labelOf(name), type: 'text', options: [], isNew: true };
  }
  const field = importer.fields.find((candidate) => candidate.target === target);
  if (field) return { kind: 'field', field };
  for (const link of importer.links) {
    const by = link.by.find((candidate) => `${link.name}.${candidate}` === target);
    if (by) return { kind: 'link', link, by };
  }
  throw new Error(`The mapping to ${target} was not checked`);
}

function learn(column: OpenColumn, record: CsvRow): void {
  const text = replaceValue(column, record.cells[column.index] ?? '').trim();
  const type = typeOf(column.into);
  if (text === '' || type === null) return;
  const isInferred = column.into.kind === 'custom' && column.into.isNew;
  if (type === 'date' || isInferred) column.dates.add(text);
  if (type === 'number' || isInferred) column.numbers.add(text);
  if (isInferred) judge(column.plain, text);
}

function judge(plain: Plainness, text: string): void {
  plain.values += 1;
  // A leading zero or plus is part of a code or a phone number, not of a quantity.
  plain.isNumber &&=
    !/^[0+][0-9]/.test(text) &&
    text.length <= 15 &&
    (readNumber(text, '1,234.56') ?? readNumber(text, '1.234,56')) !== null;
  plain.isDate &&= /\d{4}|\d{1,2}[/.-]\d{1,2}[/.-]\d{2}/.test(text) && !/^\d+$/.test(text);
  plain.isBoolean &&= /^(true|false|yes|no)$/i.test(text);
}

function typeOf(into: Into): 'date' | 'number' | 'text' | null {
  if (into.kind === 'link') return null;
  const type = into.kind === 'field' ? into.field.type : into.type;
  if (type === 'date') return 'date';
  return type === 'number' || type === 'integer' ? 'number' : 'text';
}

function closeColumn({ dates, numbers, plain, into, ...column }: OpenColumn, options: ImportOptions): ColumnPlan {
  const dateFormats = options.dateFormat ? [options.dateFormat] : dates.formats();
  return {
    ...column,
    into: into.kind === 'custom' && into.isNew ? { ...into, type: inferType(plain, dateFormats) } : into,
    dateFormats,
    numberFormat: options.numberFormat ?? numbers.format(),
  };
}

function inferType(
  { values, isNumber, isDate, isBoolean }: Plainness,
  dateFormats: readonly string[],
): CustomFieldType {
  if (values === 0) return 'text';
  if (isBoolean) return 'boolean';
  if (isNumber) return 'number';
  return isDate && dateFormats.length > 0 ? 'date' : 'text';
}

/** The cell as the import wants it read: `values` replaces it, by its exact or its trimmed text. */
export function replaceValue({ replacements }: Pick<ColumnPlan, 'replacements'>, cell: string): string {
  if (Object.hasOwn(replacements, cell)) return replacements[cell] ?? '';
  const trimmed = cell.trim();
  return Object.hasOwn(replacements, trimmed) ? (replacements[trimmed] ?? '') : cell;
}

/** The cell's values: several where the column takes several, each as the import wants it read. */
export function partsOf(column: Pick<ColumnPlan, 'replacements'>, text: string): string[] {
  return text.split(/[,;]/).flatMap((part) => replaceValue(column, part).trim() || []);
}

/** Whether a cell of the column may hold several values. */
export function isMany({ into }: Pick<ColumnPlan, 'into'>): boolean {
  return into.kind === 'link' ? into.link.isMany === true : into.kind === 'custom' && into.type === 'multiselect';
}
