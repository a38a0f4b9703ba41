import { AppError } from '@aura/kernel';
import { type CsvRecord, readRecords } from './csv-records.ts';
import { type Delimiter, detectDelimiter, type Encoding, readCsvText } from './csv-text.ts';

export const ROWS_MAX = 200_000;
export const COLUMNS_MAX = 200;

export type { CsvRecord };
export type CsvRow = Extract<CsvRecord, { cells: string[] }>;

export type CsvFile = {
  encoding: Encoding;
  delimiter: Delimiter;
  /** Column names, each once: a blank one is `column 3`, a repeated one `name (2)`. */
  header: string[];
  /** Everything below the header. */
  records(): AsyncGenerator<CsvRecord>;
};

/** Opens a CSV file of any common kind. 422 with a reason when it is none, has no header or too many columns. */
export async function openCsvFile(bytes: Uint8Array): Promise<CsvFile> {
  const { encoding, utf8 } = readCsvText(bytes);
  const delimiter = detectDelimiter(utf8);
  const records = readRecords(utf8, delimiter);
  const first = await records.next();
  await records.return(undefined);
  if (first.done || !('cells' in first.value)) {
    throw new AppError('invalid', {
      reason: 'no_header',
      field: 'file',
      detail: 'The first line does not name the columns',
    });
  }
  const { cells } = first.value;
  if (cells.length > COLUMNS_MAX) {
    throw new AppError('invalid', {
      reason: 'too_many_columns',
      field: 'file',
      detail: `The file has ${cells.length} columns; ${COLUMNS_MAX} are the most`,
    });
  }
  return { encoding, delimiter, header: nameColumns(cells), records: () => skipFirst(readRecords(utf8, delimiter)) };
}

async function* skipFirst(records: AsyncGenerator<CsvRecord>): AsyncGenerator<CsvRecord> {
  await records.next();
  let rows = 0;
  for await (const record of records) {
    if ('cells' in record && record.cells.every((cell) => cell.trim() === '')) continue;
    rows += 1;
    if (rows > ROWS_MAX) {
      throw new AppError('invalid', {
        reason: 'too_many_rows',
        detail: `The file has more than ${ROWS_MAX} rows. Split it into several.`,
      });
    }
    yield record;
  }
}

function nameColumns(cells: string[]): string[] {
  const seen = new Map<string, number>();
  return cells.map((cell, index) => {
    const given = cell.replaceAll('\u0000', '').trim().slice(0, 200);
    // Columns are looked up by name in plain objects, which already have a `constructor`.
    const name = given === '' || given in {} ? `column ${index + 1}` : given;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
}
