import type { ActorContext } from '@aura/api';
import { can } from '@aura/kernel';
import type { CsvFile } from '../csv/csv-file.ts';
import { CREATABLE, type UnmatchedColumn } from './import.schema.ts';
import type { ColumnPlan, ImportPlan } from './import-plan.ts';
import { fold, type Importer, type Importers, isNamed } from './importer.ts';
import { findRecords, listNames } from './record-finder.queries.ts';
import { countValues, type ValueCounts } from './value-counts.ts';
import { plain, suggester } from './value-match.ts';

const SHOWN_MAX = 200;
const CANDIDATES_MAX = 2_000;

type Reading = { plan: ImportPlan; file: Pick<CsvFile, 'records'> };
type Counts = ReadonlyMap<ColumnPlan, ValueCounts>;

/**
 * Values of links by name and of closed sets that nothing in the workspace answers to, as the caller sees it. Rows with
 * such a value are refused unless it is replaced or may be made.
 */
export async function findUnmatched(
  ctx: ActorContext,
  importers: Importers,
  { plan, file }: Reading,
): Promise<UnmatchedColumn[]> {
  const columns = plan.columns.filter(isMatched);
  if (columns.length === 0) return [];
  const counts = await countValues(file, [...columns, ...keyColumns(plan, columns)]);
  const found: UnmatchedColumn[] = [];
  for (const column of columns) {
    const values = counts.get(column) ?? new Map<string, number>();
    const match = await matchColumn(ctx, { importers, plan, counts, column, texts: [...values.keys()] });
    if (match && match.unmatched.length > 0)
      found.push({ ...describe(column, values, match), ...fieldFacts(ctx, column) });
  }
  return found;
}

function isMatched({ into }: ColumnPlan): boolean {
  if (into.kind === 'link') return isNamed(into.link, into.by);
  return into.kind === 'field' ? into.field.choices !== undefined : into.options.length > 0;
}

/** Columns of the file's own records that a later link of the same file may name. */
function keyColumns({ columns }: ImportPlan, linking: readonly ColumnPlan[]): ColumnPlan[] {
  const keys = new Set(linking.flatMap(({ into }) => (into.kind === 'link' && into.link.isLate ? [into.by] : [])));
  return columns.filter(({ into }) => into.kind === 'field' && (keys as ReadonlySet<string>).has(into.field.target));
}

type Matching = { importers: Importers; plan: ImportPlan; counts: Counts; column: ColumnPlan; texts: string[] };
type Match = { unmatched: string[]; candidates: readonly string[]; creatable: UnmatchedColumn['creatable'] };

async function matchColumn(ctx: ActorContext, matching: Matching): Promise<Match | null> {
  const { into } = matching.column;
  if (into.kind === 'link') return matchLink(ctx, matching, into);
  const choices = into.kind === 'custom' ? into.options : ((await into.field.choices?.(ctx)) ?? []);
  const known = new Set(choices.map(plain));
  return {
    unmatched: matching.texts.filter((text) => !known.has(plain(text))),
    candidates: [...new Set(choices)],
    creatable: null,
  };
}

async function matchLink(
  ctx: ActorContext,
  { importers, plan, counts, texts }: Matching,
  { link, by }: Extract<ColumnPlan['into'], { kind: 'link' }>,
): Promise<Match | null> {
  const importer = importers.get(link.to);
  if (!importer) return null;
  const found = await findRecords(ctx, importer, { by, texts });
  const own = link.isLate ? ownValues(plan, counts, by) : new Set();
  const unmatched = texts.filter((text) => !found.has(text) && !own.has(fold(text)));
  const candidates = unmatched.length > 0 ? await listNames(ctx, importer, { by, limit: CANDIDATES_MAX + 1 }) : [];
  return { unmatched, candidates, creatable: creatableOf(importer) };
}

function ownValues({ columns }: ImportPlan, counts: Counts, by: string): ReadonlySet<string> {
  const column = columns.find(({ into }) => into.kind === 'field' && into.field.target === by);
  return new Set([...((column && counts.get(column)) ?? new Map()).keys()].map(fold));
}

function creatableOf({ fromKey, record }: Importer): UnmatchedColumn['creatable'] {
  return fromKey ? (CREATABLE.find((kind) => kind === record) ?? null) : null;
}

function fieldFacts({ actor }: ActorContext, { into }: ColumnPlan): Pick<UnmatchedColumn, 'isField' | 'mayAddOptions'> {
  const isField = into.kind === 'custom';
  return { isField, mayAddOptions: isField && can(actor, 'custom-field:update') };
}

function describe(
  { name, target }: ColumnPlan,
  values: ValueCounts,
  { unmatched, candidates, creatable }: Match,
): Omit<UnmatchedColumn, 'isField' | 'mayAddOptions'> {
  const suggest = suggester(candidates);
  const all = unmatched.map((value) => ({ value, rows: values.get(value) ?? 0, suggestion: suggest(value) }));
  const rank = ({ suggestion }: (typeof all)[number]): number => (suggestion === null ? 1 : 0);
  return {
    column: name,
    target,
    creatable,
    values: all.toSorted((a, b) => rank(a) - rank(b) || b.rows - a.rows).slice(0, SHOWN_MAX),
    valuesTotal: all.length,
    candidates: candidates.slice(0, CANDIDATES_MAX),
    hasMoreCandidates: candidates.length > CANDIDATES_MAX,
  };
}
