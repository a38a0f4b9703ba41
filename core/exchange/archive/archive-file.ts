import { AppError } from '@aura/kernel';
import { unzipSync } from 'fflate';
import { unguardCell } from '../csv/cell-guard.ts';
import { readRecords } from '../csv/csv-records.ts';
import type { ArchiveRow } from './archive-part.ts';

const FORMAT = 'aura-workspace';
const VERSION = 1;
export const ROWS_MAX = 500_000;
const INFLATED_MB_MAX = 300;
const FILES_MAX = 100;
/** Besides the parts: what the archive is, in both formats. */
const HEAD = 'archive';

export type ArchiveHead = { format: string; version: number; workspace: string; exportedAt: string };
export type Archive = { head: ArchiveHead; parts: ReadonlyMap<string, ArchiveRow[]> };

export function headOf(workspace: string, now: Date): ArchiveHead {
  return { format: FORMAT, version: VERSION, workspace, exportedAt: now.toISOString() };
}

/** A zip begins like this, and a document with a brace. */
const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/** `laterParts` may be missing: archives were made before there were these. */
type Expected = { parts: readonly string[]; laterParts: readonly string[] };

/**
 * Reads an archive of either format. 422 with a reason for whatever is not one, is broken, has parts that are not known
 * here, or is larger than this installation takes, which is judged before anything is inflated.
 */
export async function readArchive(bytes: Uint8Array, expected: Expected): Promise<Archive> {
  const known = [...expected.parts, ...expected.laterParts];
  const { head, parts } = isZip(bytes) ? await fromZip(bytes, known) : fromDocument(bytes);
  requireHead(head);
  const unknown = [...parts.keys()].find((name) => !known.includes(name));
  if (unknown !== undefined) throw broken(`it has a part "${unknown.slice(0, 60)}" that is not known here`);
  const missing = expected.parts.find((name) => !parts.has(name));
  if (missing !== undefined) throw broken(`its part "${missing}" is missing`);
  const rows = [...parts.values()].reduce((sum, part) => sum + part.length, 0);
  if (rows > ROWS_MAX)
    throw tooLarge(`It has ${rows.toLocaleString('en-US')} rows; ${ROWS_MAX.toLocaleString('en-US')} are the most.`);
  return { head, parts };
}

type Read = { head: unknown; parts: Map<string, ArchiveRow[]> };

function fromDocument(bytes: Uint8Array): Read {
  let document: unknown;
  try {
    document = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new AppError('invalid', {
      ...{ reason: 'not_an_archive', field: 'file', cause },
      detail:
        'This is no archive of a workspace: choose the .json or .zip file that an export of the whole workspace made.',
    });
  }
  if (!isObject(document)) throw broken('it is no object');
  const { [HEAD]: head, ...rest } = document;
  const parts = new Map<string, ArchiveRow[]>();
  for (const [name, rows] of Object.entries(rest)) {
    if (!Array.isArray(rows) || !rows.every(isObject)) throw broken(`"${name.slice(0, 60)}" is no list of records`);
    parts.set(name, rows);
  }
  return { head, parts };
}

async function fromZip(bytes: Uint8Array, known: readonly string[]): Promise<Read> {
  const files = inflate(bytes, new Set([`${HEAD}.json`, ...known.map((name) => `${name}.csv`)]));
  const head = files.get(`${HEAD}.json`);
  const parts = new Map<string, ArchiveRow[]>();
  for (const [file, content] of files) {
    if (file !== `${HEAD}.json`) parts.set(file.slice(0, -'.csv'.length), await rowsOf(content, file));
  }
  return { head: head && parsed(new TextDecoder().decode(head)), parts };
}

/** No file becomes larger than the zip says it is, so what all of them say is the most that they can take. */
function inflate(bytes: Uint8Array, known: ReadonlySet<string>): Map<string, Uint8Array> {
  const seen = new Set<string>();
  let size = 0;
  const filter = ({ name, originalSize }: { name: string; originalSize: number }): boolean => {
    if (!known.has(name)) throw broken(`it holds a file "${name.slice(0, 60)}" that is none of its parts`);
    if (seen.has(name) || seen.size >= FILES_MAX) throw broken(`it holds "${name}" twice`);
    seen.add(name);
    size += originalSize;
    if (size > INFLATED_MB_MAX * 1_048_576)
      throw tooLarge(`Unpacked it is larger than ${INFLATED_MB_MAX} MB, which is the most.`);
    return true;
  };
  try {
    return new Map(Object.entries(unzipSync(bytes, { filter })));
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw broken('the zip cannot be unpacked', cause);
  }
}

async function rowsOf(content: Uint8Array, file: string): Promise<ArchiveRow[]> {
  const rows: ArchiveRow[] = [];
  let header: string[] | undefined;
  for await (const record of readRecords(Buffer.from(content), ',')) {
    if (!('cells' in record)) throw broken(`line ${record.line} of ${file} cannot be read`);
    const { cells } = record;
    if (!header) {
      header = cells;
      continue;
    }
    if (cells.length !== header.length) throw broken(`line ${record.line} of ${file} has ${cells.length} cells`);
    if (rows.length >= ROWS_MAX) throw tooLarge(`${file} alone has more than ${ROWS_MAX} rows.`);
    rows.push(Object.fromEntries(header.map((name, at) => [name, cellOf(cells[at])])));
  }
  return rows;
}

const cellOf = (cell: string | undefined): string | null => (cell ? unguardCell(cell) : null);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw broken(`${HEAD}.json cannot be read`, cause);
  }
}

function requireHead(head: unknown): asserts head is ArchiveHead {
  if (!isObject(head) || head['format'] !== FORMAT)
    throw new AppError('invalid', {
      ...{ reason: 'not_an_archive', field: 'file' },
      detail: 'This file was not made by an export of a whole workspace.',
    });
  if (head['version'] !== VERSION)
    throw new AppError('invalid', {
      ...{ reason: 'archive_version', field: 'file' },
      detail: `This archive is of version ${String(head['version']).slice(0, 20)}; here version ${VERSION} is read.`,
    });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function broken(what: string, cause?: unknown): AppError {
  return new AppError('invalid', {
    ...{ reason: 'broken_archive', field: 'file', detail: `This archive is not whole: ${what}.` },
    ...(cause === undefined ? {} : { cause }),
  });
}

function tooLarge(detail: string): AppError {
  return new AppError('invalid', { reason: 'archive_too_large', field: 'file', detail });
}
