import { writeEach } from './each-row.ts';
import { type Engine, type LateLink, recordChange } from './import-batch.service.ts';
import type { ImportRow } from './importer.ts';
import { setLinks } from './record-writer.service.ts';

const BATCH_LINKS = 500;

/**
 * Links among the records of the file itself, once all of them are in. A row whose link fails stays imported: the
 * report names it, and only the link is missing.
 */
export async function linkLate(engine: Engine): Promise<void> {
  const { late } = engine.tally;
  for (let at = 0; at < late.length; at += BATCH_LINKS) {
    const some = late.slice(at, at + BATCH_LINKS);
    await engine.links.resolve(some.map(({ wanted }) => wanted));
    for (const [, ofOneLink] of Map.groupBy(some, ({ wanted }) => wanted.link.name)) await linkSome(engine, ofOneLink);
  }
}

async function linkSome(engine: Engine, late: LateLink[]): Promise<void> {
  const { importer, scope, links, tally } = engine;
  const { column, name } = late[0]?.wanted.link ?? {};
  if (!column || !name) return;
  tally.problems.push(...links.problemsOf(late.map(({ wanted }) => wanted)));
  const rows = late.flatMap(({ row, wanted }): ImportRow[] =>
    links.idsOf(wanted).map((to) => ({ ...row, links: { [name]: to } })),
  );
  const { results, written, problems } = await writeEach(scope, rows, (some) =>
    setLinks(importer, scope.ctx, { column, pairs: some.map(({ id, links: { [name]: to = '' } }) => ({ id, to })) }),
  );
  tally.problems.push(...problems);
  const lines = new Map(written.map((row) => [row.id, row.line]));
  for (const { id, before } of results.flat())
    recordChange(engine, { entity: importer.entity, id, line: lines.get(id) ?? 0, before });
  await importer.afterLinks?.(scope, {
    name,
    ids: [...new Set(written.flatMap(({ links: { [name]: to } }) => (to ? [to] : [])))],
  });
}
