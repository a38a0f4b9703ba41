import { AppError } from '@aura/kernel';
import { type Options, type Parser, parse } from 'csv-parse';
import { parse as parseWhole } from 'csv-parse/sync';

/** `line` is where the record starts in the file, the first line being 1. */
export type CsvRecord = { line: number; cells: string[] } | { line: number; problem: 'broken_quotes' | 'too_long' };

export const RECORD_BYTES_MAX = 1_048_576;
const CHUNK_BYTES = 65_536;
const BROKEN_MAX = 10_000;
const NEWLINE = 0x0a;
const RETURN = 0x0d;

/**
 * The file's records one by one. A record that cannot be read is given as a problem, and reading goes on at the line
 * after the one where it starts: an open quote must not swallow the rest of the file.
 */
export async function* readRecords(utf8: Buffer, delimiter: string): AsyncGenerator<CsvRecord> {
  const lines = createLineCounter(utf8);
  let offset = skipSeparatorLine(utf8);
  let broken = 0;
  while (offset < utf8.length) {
    const reading = openParser(delimiter);
    const end = yield* drain(reading, { utf8, offset, lines });
    if (end.isComplete) return;
    broken += 1;
    if (broken > BROKEN_MAX)
      throw new AppError('invalid', {
        reason: 'broken_file',
        detail: `More than ${BROKEN_MAX} lines cannot be read. Save the file as CSV again.`,
      });
    const start = skipBreaks(utf8, end.offset);
    const next = endOfLine(utf8, start);
    yield repair(utf8.subarray(start, next), { line: lines.at(start), delimiter });
    offset = next;
  }
}

type Reading = { parser: Parser; records: { cells: string[]; end: number }[]; failure: Error | null };

function options(delimiter: string): Options {
  return {
    delimiter,
    relax_column_count: true,
    skip_empty_lines: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: RECORD_BYTES_MAX,
  };
}

function openParser(delimiter: string): Reading {
  const records: Reading['records'] = [];
  const parser = parse({
    ...options(delimiter),
    // Collected here, because a failing stream drops what it has parsed but not yet handed out.
    on_record: (cells: string[], info: { bytes: number }) => {
      records.push({ cells, end: info.bytes });
      return null;
    },
  });
  const reading: Reading = { parser, records, failure: null };
  parser.on('error', (error) => {
    reading.failure = error;
  });
  parser.resume();
  return reading;
}

type Range = { utf8: Buffer; offset: number; lines: LineCounter };

async function* drain(
  reading: Reading,
  { utf8, offset, lines }: Range,
): AsyncGenerator<CsvRecord, { isComplete: boolean; offset: number }> {
  let read = offset;
  for (let at = offset; !reading.failure && at <= utf8.length; at += CHUNK_BYTES) {
    if (at + CHUNK_BYTES >= utf8.length) await finish(reading.parser, utf8.subarray(at));
    else await write(reading.parser, utf8.subarray(at, at + CHUNK_BYTES));
    for (const { cells, end } of reading.records.splice(0)) {
      yield { line: lines.at(skipBreaks(utf8, read)), cells };
      read = offset + end;
    }
  }
  return { isComplete: reading.failure === null, offset: read };
}

function write(parser: Parser, chunk: Buffer): Promise<void> {
  return new Promise((resolve) => parser.write(chunk, () => resolve()));
}

function finish(parser: Parser, chunk: Buffer): Promise<void> {
  return new Promise((resolve) => {
    parser.once('close', () => resolve());
    parser.end(chunk);
  });
}

/** A quote in the middle of plain text breaks the rule, not the sense: such a line is read by itself. */
function repair(bytes: Buffer, { line, delimiter }: { line: number; delimiter: string }): CsvRecord {
  if (bytes.length > RECORD_BYTES_MAX) return { line, problem: 'too_long' };
  try {
    const [cells] = parseWhole(bytes, { ...options(delimiter), relax_quotes: true }) as string[][];
    return cells ? { line, cells } : { line, problem: 'broken_quotes' };
  } catch {
    return { line, problem: 'broken_quotes' };
  }
}

type LineCounter = { at(offset: number): number };

/** Counts lines ahead only; \n, \r\n and \r each end one. */
function createLineCounter(utf8: Buffer): LineCounter {
  let line = 1;
  let counted = 0;
  return {
    at: (offset) => {
      for (; counted < offset; counted += 1) {
        const byte = utf8[counted];
        if (byte === NEWLINE || (byte === RETURN && utf8[counted + 1] !== NEWLINE)) line += 1;
      }
      return line;
    },
  };
}

function skipBreaks(utf8: Buffer, offset: number): number {
  let at = offset;
  while (utf8[at] === NEWLINE || utf8[at] === RETURN) at += 1;
  return at;
}

function endOfLine(utf8: Buffer, offset: number): number {
  let at = offset;
  while (at < utf8.length && utf8[at] !== NEWLINE && utf8[at] !== RETURN) at += 1;
  return at;
}

/** Excel's own first line, `sep=;`, is no record. */
function skipSeparatorLine(utf8: Buffer): number {
  return /^sep=.\r?\n/i.exec(utf8.toString('latin1', 0, 8))?.[0].length ?? 0;
}
