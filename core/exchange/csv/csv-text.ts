import { AppError } from '@aura/kernel';

export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export type Encoding = (typeof ENCODINGS)[number];

export type CsvText = {
  encoding: Encoding;
  /** UTF-8 without byte-order mark, whatever came in. */
  utf8: Buffer;
};

const SAMPLE_BYTES = 65_536;

/** What kind of file somebody chose by mistake, by its first bytes. */
const SIGNATURES: readonly (readonly [string, readonly number[]])[] = [
  ['a spreadsheet or a zip archive', [0x50, 0x4b, 0x03, 0x04]],
  ['a zip archive', [0x50, 0x4b, 0x05, 0x06]],
  ['an old Excel file', [0xd0, 0xcf, 0x11, 0xe0]],
  ['a gzip archive', [0x1f, 0x8b]],
  ['a PDF', [0x25, 0x50, 0x44, 0x46]],
  ['a picture', [0x89, 0x50, 0x4e, 0x47]],
  ['a picture', [0xff, 0xd8, 0xff]],
];

/** The file as UTF-8. Refuses what is no text: 422 `not_text`, and an empty file: 422 `empty_file`. */
export function readCsvText(bytes: Uint8Array): CsvText {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const known = SIGNATURES.find(([, signature]) => signature.every((byte, index) => buffer[index] === byte));
  if (known) throw notText(`This is ${known[0]}, not a CSV file. Save the sheet as CSV and choose that file.`);
  const text = decode(buffer);
  if (text.utf8.toString('latin1', 0, SAMPLE_BYTES).trim() === '') {
    throw new AppError('invalid', { reason: 'empty_file', field: 'file', detail: 'The file is empty' });
  }
  return text;
}

function decode(buffer: Buffer): CsvText {
  if (startsWith(buffer, [0xef, 0xbb, 0xbf]))
    return { encoding: 'utf-8', utf8: toUtf8(buffer.subarray(3), 'utf-8', false) };
  if (startsWith(buffer, [0xff, 0xfe]))
    return { encoding: 'utf-16le', utf8: toUtf8(buffer.subarray(2), 'utf-16le', false) };
  if (startsWith(buffer, [0xfe, 0xff]))
    return { encoding: 'utf-16be', utf8: toUtf8(buffer.subarray(2), 'utf-16be', false) };
  const wide = wideEncoding(buffer);
  if (wide) return { encoding: wide, utf8: toUtf8(buffer, wide, false) };
  try {
    return { encoding: 'utf-8', utf8: toUtf8(buffer, 'utf-8', true) };
  } catch {
    return { encoding: 'windows-1252', utf8: toUtf8(buffer, 'windows-1252', false) };
  }
}

function startsWith(buffer: Buffer, signature: readonly number[]): boolean {
  return signature.every((byte, index) => buffer[index] === byte);
}

/** UTF-16 without a byte-order mark: half of its bytes are zero, all on the same side. Zeros elsewhere mean no text. */
function wideEncoding(buffer: Buffer): Encoding | undefined {
  const sample = buffer.subarray(0, SAMPLE_BYTES);
  const half = sample.length / 2;
  const even = countZeros(sample, 0) / half;
  const odd = countZeros(sample, 1) / half;
  if (odd > 0.6 && even < 0.1) return 'utf-16le';
  if (even > 0.6 && odd < 0.1) return 'utf-16be';
  // A stray zero is the fault of one cell and is refused with its row; many are not text at all.
  if (even + odd > 0.1) throw notText('This is not a text file. Save the sheet as CSV and choose that file.');
  return undefined;
}

function countZeros(sample: Buffer, start: 0 | 1): number {
  let count = 0;
  for (let at = start; at < sample.length; at += 2) if (sample[at] === 0) count += 1;
  return count;
}

function toUtf8(buffer: Buffer, encoding: Encoding, isStrict: boolean): Buffer {
  const text = new TextDecoder(encoding, { fatal: isStrict, ignoreBOM: true }).decode(buffer);
  return encoding === 'utf-8' && isStrict ? buffer : Buffer.from(text, 'utf8');
}

function notText(detail: string): AppError {
  return new AppError('invalid', { reason: 'not_text', field: 'file', detail });
}

export const DELIMITERS = [',', ';', '\t', '|', '^', '~', ':'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** The delimiter that cuts the first lines into equally many parts; a comma for a single column. */
export function detectDelimiter(utf8: Buffer): Delimiter {
  const sample = utf8.toString('utf8', 0, SAMPLE_BYTES);
  const said = /^sep=(.)\r?\n/i.exec(sample)?.[1];
  const named = DELIMITERS.find((delimiter) => delimiter === said);
  if (named) return named;
  const isCut = utf8.length > SAMPLE_BYTES;
  const lines = splitLines(sample)
    .slice(0, isCut ? -1 : undefined)
    .slice(0, 30);
  const scored = DELIMITERS.map((delimiter) => ({ delimiter, score: scoreOf(lines, delimiter) }));
  const best = scored.reduce((left, right) => (right.score > left.score ? right : left));
  return best.score > 0 ? best.delimiter : ',';
}

function scoreOf(lines: string[], delimiter: Delimiter): number {
  const counts = lines.map((line) => countOutsideQuotes(line, delimiter));
  const [first = 0] = counts;
  if (first === 0) return 0;
  const alike = counts.filter((count) => count === first).length / counts.length;
  // A colon is in times and addresses: it wins only where nothing else does.
  return alike * alike * Math.min(first, 20) * (delimiter === ':' ? 0.01 : 1);
}

function countOutsideQuotes(line: string, delimiter: string): number {
  let count = 0;
  let isQuoted = false;
  for (const character of line) {
    if (character === '"') isQuoted = !isQuoted;
    else if (character === delimiter && !isQuoted) count += 1;
  }
  return count;
}

/** Lines of records: a line break inside quotes does not end one. */
function splitLines(text: string): string[] {
  const lines: string[] = [];
  let line = '';
  let isQuoted = false;
  for (const character of text) {
    if (character === '"') isQuoted = !isQuoted;
    if ((character === '\n' || character === '\r') && !isQuoted) {
      if (line !== '') lines.push(line);
      line = '';
    } else line += character;
  }
  if (line !== '') lines.push(line);
  return lines;
}
