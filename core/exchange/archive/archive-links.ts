import type { ActorContext } from '@aura/api';
import type { ArchiveColumn, ArchiveRow, Ids } from './archive-part.ts';

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const PERSON = /member:([^\s",;|]+)/g;

const HERE = 'workspace:here';

/** People in texts by e-mail, as everywhere in an archive; other ids stand for its records already. */
export async function nameLinkedPeople(
  { db, actor }: ActorContext,
  columns: readonly ArchiveColumn[],
  rows: readonly ArchiveRow[],
): Promise<void> {
  const linked = columns.filter(({ kind }) => kind === 'linked');
  const ids = [...new Set(linked.flatMap(({ name }) => rows.flatMap((row) => idsIn(row[name]))))];
  if (ids.length === 0) return;
  // Of the workspace itself there is only one, wherever the archive goes.
  const known = new Map([[actor.tenantId, HERE]]);
  const people = await db
    .selectFrom('core.memberships')
    .where('tenant_id', '=', actor.tenantId)
    .where('user_id', 'in', ids)
    .select(['user_id', 'email'])
    .execute();
  for (const { user_id: id, email } of people) known.set(id, `member:${email}`);
  for (const row of rows)
    for (const { name } of linked) row[name] = reworded(row[name], UUID, (id) => known.get(id) ?? id);
}

type Here = { ids: Ids; people: ReadonlyMap<string, string>; tenantId: string };

/** The same texts with the ids that records and people have here. What neither has is left: it finds nothing. */
export function wordLinks(value: unknown, { ids, people, tenantId }: Here): unknown {
  const known = (id: string): string | undefined => {
    for (const part of ids.values()) if (part.has(id)) return part.get(id);
    return undefined;
  };
  const withRecords = reworded(
    reworded(value, UUID, (id) => known(id) ?? id),
    /^workspace:here$/g,
    () => tenantId,
  );
  return reworded(withRecords, PERSON, (text) => people.get(text.slice('member:'.length).toLowerCase()) ?? text);
}

const idsIn = (value: unknown): string[] => JSON.stringify(value ?? null).match(UUID) ?? [];

function reworded(value: unknown, what: RegExp, by: (found: string) => string): unknown {
  return JSON.parse(JSON.stringify(value ?? null), (_key, one: unknown) =>
    typeof one === 'string' ? one.replaceAll(what, by) : one,
  );
}
