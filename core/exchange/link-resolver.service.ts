import { writeEach } from './each-row.ts';
import type {
  ImportEntity,
  Importer,
  Importers,
  ImportLink,
  ImportRow,
  ImportScope,
  MatchKey,
  RowProblem,
} from './importer.ts';
import { findRecords } from './record-finder.queries.ts';
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

/** Remembers over the whole import what each name stands for; makes missing records where the import allows it. */
export function createLinkResolver(
  scope: ImportScope,
  { importers, creates }: { importers: Importers; creates: ReadonlySet<string> },
): LinkResolver {
  const known = new Map<string, Answer>();
  const keyOf = (to: ImportEntity, by: MatchKey, text: string): string => `${to}\n${by}\n${text}`;
  const answerTo = ({ link, text }: WantedLink): (Answer | undefined)[] =>
    text.texts.map((one) => known.get(keyOf(link.to, text.by, one)));

  const look = async (importer: Importer, by: MatchKey, texts: string[]): Promise<void> => {
    const found = await findRecords(scope.ctx, importer, { by, texts });
    for (const text of texts) {
      const [first, second] = found.get(text) ?? [];
      known.set(
        keyOf(importer.entity, by, text),
        second ? { problem: 'ambiguous_link' } : first ? { id: first.id } : { problem: 'unknown_link' },
      );
    }
  };

  const make = async (
    importer: Importer,
    { by, missing }: { by: MatchKey; missing: { text: string; line: number }[] },
  ): Promise<void> => {
    const rows = missing.map(({ text, line }) => rowOf(importer, { by, text, line }));
    const ownScope: ImportScope = { ...scope, targets: targetsIn(rows) };
    const { written } = await writeEach(ownScope, rows, (some) => insertWith(importer, ownScope, some));
    for (const row of written) scope.created(importer.entity, row);
    // Asked again rather than assumed: two spellings of one name are one record.
    await look(
      importer,
      by,
      missing.map(({ text }) => text),
    );
  };

  return {
    resolve: async (wanted) => {
      for (const [key, some] of Map.groupBy(wanted, ({ link, text }) => `${link.to}\n${text.by}`)) {
        const [to, by] = key.split('\n') as [ImportEntity, MatchKey];
        const importer = importers.get(to);
        if (!importer) continue;
        const texts = new Map(
          some.flatMap(({ line, text }) => text.texts.map((one) => [one, line] as const)).toReversed(),
        );
        const unseen = [...texts.keys()].filter((one) => !known.has(keyOf(to, by, one)));
        await look(importer, by, unseen);
        if (!creates.has(importer.record) || !importer.fromKey) continue;
        const missing = unseen.filter((one) => isUnknown(known.get(keyOf(to, by, one))));
        const distinct = [...Map.groupBy(missing, (one) => one.toLowerCase().replaceAll(/\s+/g, ' ')).values()].map(
          ([first = '']) => ({ text: first, line: texts.get(first) ?? 0 }),
        );
        if (distinct.length > 0) await make(importer, { by, missing: distinct });
        await look(
          importer,
          by,
          missing.filter((one) => !distinct.some(({ text }) => text === one)),
        );
      }
    },
    idsOf: (wanted) => answerTo(wanted).flatMap((answer) => (answer && 'id' in answer ? [answer.id] : [])),
    problemsOf: (wanted) => wanted.flatMap((one) => problemsOf(one, answerTo(one), importers)),
  };
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
