import { email as emailSchema } from '@aura/kernel';
import { readDateBy } from '../csv/cell-date.ts';
import { readBoolean, readNumber } from '../csv/cell-number.ts';
import { type ColumnPlan, partsOf } from './import-plan.ts';
import type { CellValue, FieldType, ImportField } from './importer.ts';

/** Why a cell does not fit its field. */
export type Fault = { code: string; message: string };
type Read<Value = CellValue> = { value: Value } | Fault;
type Cell = { column: ColumnPlan; text: string };

/** A cell that is not blank, as its field wants it. */
export function readField(field: ImportField, cell: Cell): Read {
  const read = READERS[field.type](cell);
  return 'code' in read ? read : (objectTo(field, read.value) ?? read);
}

function objectTo({ type, max = Infinity, min = -Infinity }: ImportField, value: CellValue): Fault | null {
  if (type === 'number' || type === 'integer') {
    if (Number(value) < min) return { code: 'too_small', message: `Use ${min} or more` };
    return Number(value) > max ? { code: 'too_large', message: `Use ${max} or less` } : null;
  }
  return String(value).length > max ? { code: 'too_long', message: `Use ${max} characters or fewer` } : null;
}

const READERS: Record<FieldType, (cell: Cell) => Read> = {
  text: ({ text }) => ({ value: text }),
  id: ({ text }) => ({ value: text }),
  // Shown as a link: nothing but http(s) may be in it.
  url: ({ text }) =>
    /^(https?:\/\/)?[\p{L}\p{N}_-]+(\.[\p{L}\p{N}_-]+)+([:/?#]\S*)?$/iu.test(text)
      ? { value: text }
      : { code: 'not_an_address', message: 'Enter an address like https://company.com' },
  email: ({ text }) =>
    emailSchema.safeParse(text).success
      ? { value: text }
      : { code: 'not_an_email', message: 'Enter an e-mail like name@company.com' },
  number: readDecimal,
  integer: (cell) => {
    const read = readDecimal(cell);
    const isWhole = 'code' in read || !String(read.value).includes('.');
    return isWhole ? read : { code: 'not_an_integer', message: 'Enter a whole number' };
  },
  boolean: ({ text }) => {
    const value = readBoolean(text);
    return value === null ? { code: 'not_yes_or_no', message: 'Answer yes or no' } : { value };
  },
  date: readDay,
};

function readDecimal({ column: { numberFormat }, text }: Cell): Read {
  const value = readNumber(text, numberFormat);
  if (value !== null) return { value };
  return { code: 'not_a_number', message: `"${text.slice(0, 100)}" is not a number like ${numberFormat}` };
}

function readDay({ column: { dateFormats }, text }: Cell): Read {
  const read = readDateBy(text, dateFormats);
  if ('iso' in read) return { value: read.iso };
  if (read.problem === 'ambiguous_date') {
    const formats = dateFormats.join(' or ');
    return { code: 'ambiguous_date', message: `"${text}" could be ${formats}: say which by dateFormat` };
  }
  const expected = dateFormats[0] ?? 'YYYY-MM-DD';
  return { code: 'not_a_date', message: `"${text.slice(0, 100)}" is not a date like ${expected}` };
}

type Custom = Extract<ColumnPlan['into'], { kind: 'custom' }>;

/** The value of a custom field, as the field's own check will want it. */
export function readCustom({ type, options }: Custom, cell: Cell): Read<unknown> {
  const { text } = cell;
  switch (type) {
    case 'number':
      return readQuantity(cell);
    case 'date':
    case 'boolean':
    case 'email':
    case 'text':
      return READERS[type](cell);
    case 'select':
      return { value: optionOf(options, text) };
    case 'multiselect':
      return { value: partsOf(cell.column, text).map((part) => optionOf(options, part)) };
    case 'url':
      return { value: /^https?:\/\//i.test(text) ? text : `https://${text}` };
  }
}

function readQuantity(cell: Cell): Read<unknown> {
  const read = readDecimal(cell);
  return 'code' in read ? read : { value: Number(read.value) };
}

// What fits no option is kept as it is: the field's own check says what is wrong with it.
function optionOf(options: readonly string[], text: string): string {
  return options.find((option) => option.toLowerCase() === text.toLowerCase()) ?? text;
}
