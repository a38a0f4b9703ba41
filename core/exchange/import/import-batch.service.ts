import { type CustomFieldEntity, tryCustomFields } from '@aura/custom-fields';
import { writeEach } from './each-row.ts';
import type { ImportOptions } from './import.schema.ts';
import {
  type Before,
  fold,
  type ImportEntity,
  type Importer,
  type ImportRow,
  type ImportScope,
  type MatchKey,
  madeOf,
  type RowProblem,
} from './importer.ts';
import { type LinkResolver, type WantedLink, wantedLinks } from './link-resolver.service.ts';
import { type Found, findRecords } from './record-finder.queries.ts';
import { newRecordId } from './record-id.ts';
import { insertWith, updateWith } from './record-writer.service.ts';
import type { ReadRow } from './row-reader.ts';

/** `name`: what a new record is called. */
export type Change = { entity: ImportEntity; id: string; line: number; name?: string; before: Before | null };

/** What an import has done so far. */
export type Tally = {
  created: number;
  updated: number;
  skipped: number;
  failed: Set<number>;
  problems: RowProblem[];
  changes: Map<string, Change>;
  late: LateLink[];
};
export type LateLink = { row: ImportRow; wanted: WantedLink };

export type Engine = {
  importer: Importer;
  scope: ImportScope;
  options: ImportOptions;
  links: LinkResolver;
  tally: Tally;
};

/** Links, checks, matches and writes some rows. */
export async function importBatch(engine: Engine, read: ReadRow[]): Promise<void> {
  const { importer, scope, links } = engine;
  const wanted = wantedLinks(importer, read, false);
  await links.resolve(wanted);
  refuse(engine, links.problemsOf(wanted));
  const linked = Map.groupBy(wanted, ({ line }) => line);
  const rows = read.map((row) => rowOf(engine, row, linked.get(row.line) ?? []));
  const sound = (): ImportRow[] => rows.filter(({ line }) => !engine.tally.failed.has(line));
  if (importer.prepare) refuse(engine, await importer.prepare(scope, sound()));
  const written = await writeRows(engine, sound());
  const late = Map.groupBy(wantedLinks(importer, read, true), ({ line }) => line);
  for (const row of written) for (const one of late.get(row.line) ?? []) engine.tally.late.push({ row, wanted: one });
}

export function refuse({ tally }: Pick<Engine, 'tally'>, problems: RowProblem[]): void {
  for (const problem of problems) {
    tally.problems.push(problem);
    tally.failed.add(problem.line);
  }
}

export function recordChange({ tally }: Pick<Engine, 'tally'>, change: Change): void {
  const key = `${change.entity}\n${change.id}`;
  const earlier = tally.changes.get(key);
  // What was there first is what undo puts back; a record that the import made has no before.
  if (!earlier) tally.changes.set(key, change);
  else if (earlier.before && change.before)
    tally.changes.set(key, { ...earlier, before: { ...change.before, ...earlier.before } });
}

function rowOf({ links }: Engine, { line, values, custom }: ReadRow, wanted: WantedLink[]): ImportRow {
  const single = wanted
    .filter(({ link }) => !link.isMany)
    .flatMap((one) => links.idsOf(one).map((id) => [one.link.name, id] as const));
  const many = wanted.filter(({ link }) => link.isMany).map((one) => [one.link.name, links.idsOf(one)] as const);
  return {
    line,
    id: newRecordId(),
    values,
    links: Object.fromEntries(single),
    manyLinks: Object.fromEntries(many),
    custom,
  };
}

/** Until every row is in: those that are the same record as an earlier one of the batch wait for the next round. */
async function writeRows(engine: Engine, rows: ImportRow[]): Promise<ImportRow[]> {
  const written: ImportRow[] = [];
  let pending = rows;
  while (pending.length > 0) {
    const round = sortOut(engine, pending, await matchRows(engine, pending));
    engine.tally.skipped += round.skip.length;
    refuse(engine, round.problems);
    written.push(...(await insertRows(engine, round.insert)), ...(await updateRows(engine, round.update)));
    pending = round.later;
  }
  return written;
}

type Round = {
  insert: ImportRow[];
  update: ImportRow[];
  skip: ImportRow[];
  later: ImportRow[];
  problems: RowProblem[];
};

function sortOut(engine: Engine, rows: ImportRow[], matches: Map<ImportRow, Found[]>): Round {
  const round: Round = { insert: [], update: [], skip: [], later: [], problems: [] };
  const taken = new Set<string>();
  for (const row of rows) {
    const found = matches.get(row) ?? [];
    const marks = found[0] ? [found[0].id] : marksOf(engine, row);
    place(engine, { row, found, round, isTaken: marks.some((mark) => taken.has(mark)) });
    for (const mark of marks) taken.add(mark);
  }
  return round;
}

type Placing = { row: ImportRow; found: Found[]; round: Round; isTaken: boolean };

function place({ options, importer }: Engine, { row, found: [match, second], round, isTaken }: Placing): void {
  if (match && options.duplicates === 'skip') round.skip.push(row);
  else if (second) round.problems.push(ambiguous(row, importer));
  else if (isTaken) round.later.push(row);
  else if (match) round.update.push(Object.assign(row, { id: match.id }));
  else round.insert.push(row);
}

function ambiguous({ line }: ImportRow, { record }: Importer): RowProblem {
  return { line, path: null, code: 'ambiguous_match', message: `Several ${record}s answer to this row` };
}

function keysOf({ importer, options }: Engine): MatchKey[] {
  if (options.duplicates === 'create') return [];
  return (options.matchOn ?? importer.matchOn).filter((key) => importer.keys[key] !== undefined);
}

function textOf({ importer }: Engine, key: MatchKey, row: ImportRow): string | undefined {
  const text = importer.keyText ? importer.keyText(key, row) : row.values[key];
  return text === undefined || text === '' ? undefined : String(text);
}

function marksOf(engine: Engine, row: ImportRow): string[] {
  const marks = keysOf(engine).flatMap((key) => {
    const text = textOf(engine, key, row);
    return text === undefined ? [] : [`${key}\n${key === 'externalId' ? text : fold(text)}`];
  });
  // With an id of its own a record is not another one of the same name.
  return textOf(engine, engine.importer.identity ?? 'externalId', row) === undefined
    ? marks
    : marks.filter((mark) => !mark.startsWith('name\n'));
}

async function matchRows(engine: Engine, rows: ImportRow[]): Promise<Map<ImportRow, Found[]>> {
  const matches = new Map<ImportRow, Found[]>();
  for (const by of keysOf(engine)) {
    const open = rows.flatMap((row) => {
      const text = matches.has(row) ? undefined : textOf(engine, by, row);
      return text === undefined ? [] : [{ row, text }];
    });
    const found = await findRecords(engine.scope.ctx, engine.importer, { by, texts: open.map(({ text }) => text) });
    for (const { row, text } of open) {
      const own = textOf(engine, engine.importer.identity ?? 'externalId', row)?.toLowerCase();
      const fitting = (found.get(text) ?? []).filter(
        ({ identity }) => own === undefined || identity === null || identity.toLowerCase() === own,
      );
      if (fitting.length > 0) matches.set(row, fitting);
    }
  }
  return matches;
}

async function insertRows(engine: Engine, rows: ImportRow[]): Promise<ImportRow[]> {
  const { importer, scope, tally } = engine;
  const { written, problems } = await writeEach(scope, await checkCustom(engine, rows, 'new'), (some) =>
    insertWith(importer, scope, some),
  );
  refuse(engine, problems);
  for (const row of written) recordChange(engine, { ...madeOf(importer, row), entity: importer.entity, before: null });
  tally.created += written.length;
  return written;
}

async function updateRows(engine: Engine, rows: ImportRow[]): Promise<ImportRow[]> {
  const { importer, scope, tally } = engine;
  const { results, written, problems } = await writeEach(scope, await checkCustom(engine, rows, 'known'), (some) =>
    updateWith(importer, scope, some),
  );
  refuse(engine, problems);
  const lines = new Map(written.map((row) => [row.id, row.line]));
  const changed = results.flat();
  for (const { id, before } of changed)
    recordChange(engine, { entity: importer.entity, id, line: lines.get(id) ?? 0, before });
  tally.updated += changed.length;
  tally.skipped += written.length - changed.length;
  return written;
}

/** The tenant's own fields, by the rules of their definitions: the required ones are asked of new records only. */
async function checkCustom(engine: Engine, rows: ImportRow[], kind: 'new' | 'known'): Promise<ImportRow[]> {
  const { importer, scope } = engine;
  if (!importer.hasCustomFields) return rows;
  const sound: ImportRow[] = [];
  for (const row of rows) {
    const { values, issues } = await tryCustomFields(scope.ctx, importer.record as CustomFieldEntity, {
      given: row.custom,
      ...(kind === 'known' ? { current: {} } : {}),
    });
    if (issues.length === 0) sound.push(Object.assign(row, { custom: values }));
    refuse(
      engine,
      issues.map(({ path, code, message }) => ({ line: row.line, path, code, message })),
    );
  }
  return sound;
}
