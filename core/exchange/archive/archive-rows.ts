import { newRecordId } from '../import/record-id.ts';
import { broken } from './archive-file.ts';
import { wordLinks } from './archive-links.ts';
import type { ArchiveColumn, ArchivePart, ArchiveRow, Ids } from './archive-part.ts';

export type Wording = {
  ids: Ids;
  people: ReadonlyMap<string, string>;
  importerId: string;
  tenantId: string;
  missed: (email: string) => void;
};

/** Each record gets an id of this workspace; twice the same in one archive is no archive. */
export function giveIds(part: ArchivePart, rows: readonly ArchiveRow[]): Map<string, string> {
  const ids = new Map<string, string>();
  if (part.key) return ids;
  for (const [index, row] of rows.entries()) {
    const id = row['id'];
    if (typeof id !== 'string' || id === '' || ids.has(id))
      throw broken(`row ${index + 1} of ${part.name} has no id of its own`);
    ids.set(id, newRecordId());
  }
  return ids;
}

type Place = { part: ArchivePart; row: ArchiveRow; index: number; types: ReadonlyMap<string, string> };

/** A row as its table takes it, by column. `types` are the table's own. */
export function wordRow(part: ArchivePart, at: Omit<Place, 'part'>, wording: Wording): ArchiveRow {
  const id = part.key ? {} : { id: wording.ids.get(part.name)?.get(String(at.row['id'])) };
  const written = part.columns.filter(({ kind }) => kind !== 'shown');
  const values = written.map((column) => [column.column, wordValue({ part, ...at }, column, wording)] as const);
  return { ...id, ...Object.fromEntries(values) };
}

function wordValue(
  place: Place,
  column: ArchiveColumn,
  { ids, people, tenantId, importerId, missed }: Wording,
): unknown {
  const value = place.row[column.name] ?? null;
  if (value === null) return null;
  switch (column.kind) {
    case 'ref':
      return referred(place, column, ids);
    case 'member':
      return personOf(value, { people, importerId, missed });
    case 'linked':
      return wordLinks(readCell(place, column, value), { ids, people, tenantId });
    default:
      return readCell(place, column, value);
  }
}

function personOf(value: unknown, { people, importerId, missed }: Omit<Wording, 'ids' | 'tenantId'>): string {
  const email = typeof value === 'string' ? value.toLowerCase() : '';
  if (!people.has(email)) missed(email);
  return people.get(email) ?? importerId;
}

function readCell({ part, index, types }: Place, { column }: ArchiveColumn, value: unknown): unknown {
  return typeof value === 'string' && isStructured(types.get(column)) ? parsed(part, value, index) : value;
}

function referred({ part, row, index }: Place, { name, to = '' }: ArchiveColumn, ids: Ids): string {
  const id = ids.get(to)?.get(String(row[name]));
  if (id === undefined) throw broken(`row ${index + 1} of ${part.name} names a ${name} that is not in ${to}`);
  return id;
}

/** Cells of a CSV file hold such values as JSON. */
const isStructured = (type = ''): boolean => type === 'jsonb' || type.endsWith('[]');

function parsed(part: ArchivePart, text: string, index: number): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw broken(`row ${index + 1} of ${part.name} cannot be read`, cause);
  }
}

/** Those that others of the same part refer to come first: parents, successors. */
export function referredFirst(part: ArchivePart, rows: readonly ArchiveRow[]): ArchiveRow[] {
  const own = part.columns.filter(({ kind, to }) => kind === 'ref' && to === part.name);
  if (own.length === 0) return [...rows];
  const byId = new Map<unknown, ArchiveRow>(rows.map((row) => [row['id'], row]));
  const depths = new Map<ArchiveRow, number>();
  const depthOf = (start: ArchiveRow): number => {
    // Without recursion: a chain may be as long as the archive says.
    const path = [start];
    for (let row = path.at(-1); row && path.length <= rows.length + 1; row = path.at(-1)) {
      if (depths.has(row)) path.pop();
      else {
        const targets = own.flatMap(({ name }): ArchiveRow[] => {
          const target = byId.get(row[name]);
          return target ? [target] : [];
        });
        const open = targets.find((target) => !depths.has(target));
        if (open) path.push(open);
        else {
          depths.set(row, 1 + Math.max(-1, ...targets.map((target) => depths.get(target) ?? 0)));
          path.pop();
        }
      }
    }
    if (!depths.has(start)) throw broken(`records of ${part.name} refer to each other in a circle`);
    return depths.get(start) ?? 0;
  };
  return rows.toSorted((a, b) => depthOf(a) - depthOf(b));
}
