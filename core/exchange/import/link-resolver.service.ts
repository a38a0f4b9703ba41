import { writeEach } from './each-row.ts';
import {
  type ImportEntity,
  type Importer,
  type Importers,
  type ImportLink,
  type ImportRow,
  type ImportScope,
  type MatchKey,
  madeOf,
  type RowProblem,
} from './importer.ts';
import { type Found, findRecords } from './record-finder.queries.ts';
import { newRecordId } from './record-id.ts';
import { insertWith } from './record-writer.service.ts';
import type { LinkText } from './row-reader.ts';

export type WantedLink = { line: number; link: ImportLink; text: LinkText };
type Answer = { id: string } | { problem: 'unknown_link' | 'ambiguous_link' };

export type LinkResolver = {
  /** Finds out what these texts stand for, all of a kind in one query. */
  resolve(wanted: WantedLink[]): Promise<void>;
  idsOf(wanted: WantedLink): string[];
  /** One for each text that stands for nothing, or for several records. */
  problemsOf(wanted: WantedLink[]): RowProblem[];
};

type Making = { importers: Importers; creates: ReadonlySet<string> };
type Known = Map<string, Answer>;

/** Remembers over the whole import what each name stands for; makes missing records where the import allows it. */
export function createLinkResolver(scope: ImportScope, { importers, creates }: Making): LinkResolver {
  const known: Known = new Map();
  const answersTo = ({ link, text }: WantedLink): (Answer | undefined)[] =>
    text.texts.map((one) => known.get(keyOf(link.to, text.by, one)));
  return {
    resolve: async (wanted) => {
      for (const [key, some] of Map.groupBy(wanted, ({ link, text }) => `${link.to}\n${text.by}`)) {
        const [to, by] = key.split('\n') as [ImportEntity, MatchKey];
        const importer = importers.get(to);
        if (importer) await resolveKind(scope, known, { importer, by, wanted: some, creates });
      }
    },
    idsOf: (wanted) => answersTo(wanted).flatMap((answer) => (answer && 'id' in answer ? [answer.id] : [])),
    problemsOf: (wanted) => wanted.flatMap((one) => problemsOf(one, answersTo(one), importers)),
  };
}

function keyOf(to: ImportEntity, by: MatchKey, text: string): string {
  return `${to}\n${by}\n${text}`;
}

type Kind = { importer: Importer; by: MatchKey; wanted: WantedLink[]; creates: ReadonlySet<string> };

async function resolveKind(scope: ImportScope, known: Known, { importer, by, wanted, creates }: Kind): Promise<void> {
  // The first line that names a text is the one that a record made for it is told by.
  const lines = new Map(wanted.flatMap(({ line, text }) => text.texts.map((one) => [one, line] as const)).toReversed());
  const unseen = [...lines.keys()].filter((one) => !known.has(keyOf(importer.entity, by, one)));
  await lookUp(scope, known, { importer, by, texts: unseen });
  if (!creates.has(importer.record) || !importer.fromKey) return;
  const missing = unseen.filter((one) => isUnknown(known.get(keyOf(importer.entity, by, one))));
  if (missing.length === 0) return;
  const spellings = Map.groupBy(missing, (one) => one.toLowerCase().replaceAll(/\s+/g, ' ')).values();
  const rows = [...spellings].map(([text = '']) => rowOf(importer, { by, text, line: lines.get(text) ?? 0 }));
  const ownScope: ImportScope = { ...scope, targets: targetsIn(rows) };
  const { written } = await writeEach(ownScope, rows, (some) => insertWith(importer, ownScope, some));
  for (const row of written) scope.created(importer.entity, madeOf(importer, row));
  // Asked again rather than assumed: two spellings of one name are one record.
  await lookUp(scope, known, { importer, by, texts: missing });
}

async function lookUp(
  scope: ImportScope,
  known: Known,
  { importer, by, texts }: { importer: Importer; by: MatchKey; texts: string[] },
): Promise<void> {
  const found = await findRecords(scope.ctx, importer, { by, texts });
  for (const text of texts) known.set(keyOf(importer.entity, by, text), answerOf(found.get(text) ?? []));
}

function answerOf([first, second]: Found[]): Answer {
  if (!first) return { problem: 'unknown_link' };
  return second ? { problem: 'ambiguous_link' } : { id: first.id };
}

function isUnknown(answer: Answer | undefined): boolean {
  return answer !== undefined && 'problem' in answer && answer.problem === 'unknown_link';
}

function rowOf(importer: Importer, { by, text, line }: { by: MatchKey; text: string; line: number }): ImportRow {
  return { line, id: newRecordId(), values: importer.fromKey?.(by, text) ?? {}, links: {}, manyLinks: {}, custom: {} };
}

function targetsIn(rows: ImportRow[]): ReadonlySet<string> {
  return new Set(rows.flatMap((row) => Object.keys(row.values)));
}

function problemsOf(
  { line, link, text }: WantedLink,
  answers: (Answer | undefined)[],
  importers: Importers,
): RowProblem[] {
  const record = importers.get(link.to)?.record ?? link.to;
  return text.texts.flatMap((one, index) => {
    const answer = answers[index];
    if (answer && 'id' in answer) return [];
    const code = answer?.problem ?? 'unknown_link';
    const message =
      code === 'ambiguous_link'
        ? `Several ${record}s answer to "${one}"; link them by externalId`
        : `There is no ${record} "${one}"`;
    return [{ line, path: `${link.name}.${text.by}`, code, message, value: one }];
  });
}

/** What rows want to be linked to, early links or late ones. */
export function wantedLinks(
  importer: Importer,
  rows: readonly { line: number; linkTexts: Record<string, LinkText> }[],
  isLate: boolean,
): WantedLink[] {
  return importer.links
    .filter((link) => (link.isLate ?? false) === isLate)
    .flatMap((link) =>
      rows.flatMap(({ line, linkTexts }) =>
        linkTexts[link.name] ? [{ line, link, text: linkTexts[link.name] as LinkText }] : [],
      ),
    );
}
