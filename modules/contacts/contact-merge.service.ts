import { type ActorContext, archivedRefusal, ownerRefusal, requireVersion } from '@aura/api';
import { customFieldDefinitions } from '@aura/custom-fields';
import type { Database } from '@aura/db';
import { sql, type Updateable } from '@aura/db';
import { AppError } from '@aura/kernel';
import { canGiveContact, canMergeContact } from './contact.permissions.ts';
import { type ContactRow, findContactByEmail, getContact, lockContact, toContact } from './contact.queries.ts';
import type { Contact } from './contact.schema.ts';
import { contactName } from './contact.ts';
import { laterChanges, type MergeRow, readValues, requireMerge, selfRefusal } from './contact-merge.queries.ts';
import type { ContactMerge, ContactUnmerge } from './contact-merge.schema.ts';
import {
  type Choice,
  type ContactValues,
  columnOfField,
  customKeyOf,
  fieldOfColumn,
  type MergeChanges,
  takenColumns,
  undoPlan,
} from './contact-merge.ts';

/** F7.8: one contact of two. This one stays, with the chosen fields; what hangs on the other comes over. */
export async function mergeContacts(ctx: ActorContext, input: ContactMerge): Promise<Contact & { mergeId: string }> {
  const { id, otherId, fields = {} } = input;
  if (id === otherId) throw selfRefusal();
  const { winner, loser } = await lockPair(ctx, id, otherId);
  requireVersion(winner, input.expectedVersion, () => toContact(ctx, winner));
  requireVersion(loser, input.otherVersion, () => toContact(ctx, loser));
  for (const row of [winner, loser]) requireMergeable(ctx, row);
  const { choices, sharing } = choicesOf(fields);
  const taken = await chooseColumns(ctx, { id, otherId }, choices);
  if (taken.includes('owner_id') && !canGiveContact(ctx.actor)) throw ownerRefusal();

  const merge = await moveLinks(ctx, { id, otherId, taken, sharing });
  await writeValues(ctx, winner, afterOf(merge.changes));
  const contact = await getContact(ctx, id);
  await announceMerge(ctx, merge, { winner: contact, loser });
  return { ...contact, mergeId: merge.id };
}

/** Takes a merge back. What was changed since stays with the contact, and is named in `kept`. */
export async function unmergeContacts(
  ctx: ActorContext,
  { id, mergeId }: { id: string; mergeId: string },
): Promise<ContactUnmerge> {
  const { loser_id: otherId } = await requireMerge(ctx, id, mergeId);
  const { winner, loser } = await lockPair(ctx, id, otherId);
  // Read again: whoever held the contacts until now may have taken it back.
  const merge = await requireMerge(ctx, id, mergeId);
  if (merge.undone_at)
    throw new AppError('conflict', { reason: 'already_unmerged', detail: 'This merge was undone already.' });
  if (winner.deleted_at) throw archivedRefusal('contact');
  if (![winner, { ...loser, deleted_at: null }].every((row) => canMergeContact(ctx.actor, row))) throw notOwnRefusal();
  await requireFreeEmail(ctx, { id, email: loser.email });

  const values = (await readValues(ctx, [id])).get(id) ?? {};
  const plan = undoPlan(merge.changes, values, await laterChanges(ctx, merge));
  const kept = [...plan.kept, ...(await restoreValues(ctx, winner, plan.restored))];
  const { activities, links } = await returnLinks(ctx, mergeId);
  if (activities < merge.links.activities.length) kept.push('activities');
  if (links < merge.links.moved.length + merge.links.joined.length) kept.push('deals');
  return announceUndo(ctx, merge, kept);
}

// In the order of their ids: two merges of the same pair wait for each other instead of for ever.
async function lockPair(
  ctx: ActorContext,
  id: string,
  otherId: string,
): Promise<{ winner: ContactRow; loser: ContactRow }> {
  const rows = new Map<string, ContactRow>();
  for (const each of [id, otherId].sort()) rows.set(each, await lockContact(ctx, each));
  const [winner, loser] = [rows.get(id), rows.get(otherId)];
  if (!winner || !loser) throw new AppError('not_found');
  return { winner, loser };
}

function requireMergeable(ctx: ActorContext, row: ContactRow): void {
  if (row.merged_into_id) {
    const name = toContact(ctx, row).name;
    throw new AppError('conflict', {
      reason: 'already_merged',
      detail: `${name} was merged into another contact already.`,
      current: { id: row.id, name, mergedIntoId: row.merged_into_id },
    });
  }
  if (row.deleted_at) throw archivedRefusal('contact');
  if (!canMergeContact(ctx.actor, row)) throw notOwnRefusal();
}

function notOwnRefusal(): AppError {
  const detail = 'You can merge two contacts that are both yours. Ask a manager to merge these.';
  return new AppError('forbidden', { reason: 'not_own', detail });
}

type Sharing = 'this' | 'other' | 'both';

/** Choices by column. Throws invalid for a field that there is not. */
function choicesOf({ shares = 'both', ...fields }: Readonly<Record<string, Sharing>>) {
  const choices: Record<string, Choice> = {};
  for (const [field, choice] of Object.entries(fields)) {
    const column = columnOfField(field);
    const issue =
      column === null ? `There is no field ${field} to choose` : choice === 'both' ? 'Choose this or other' : null;
    if (issue) throw new AppError('invalid', { field: `fields.${field}`, detail: issue });
    if (column !== null && choice !== 'both') choices[column] = choice;
  }
  return { choices, sharing: shares };
}

async function chooseColumns(
  ctx: ActorContext,
  { id, otherId }: { id: string; otherId: string },
  choices: Record<string, Choice>,
): Promise<string[]> {
  const keys = new Set((await customFieldDefinitions(ctx, 'contact')).map(({ key }) => key));
  const unknown = Object.keys(choices).find((column) => {
    const key = customKeyOf(column);
    return key !== null && !keys.has(key);
  });
  if (unknown) {
    const field = fieldOfColumn(unknown);
    throw new AppError('invalid', { field: `fields.${field}`, detail: `There is no field ${field} to choose` });
  }
  const values = await readValues(ctx, [id, otherId]);
  return takenColumns({ mine: values.get(id) ?? {}, others: values.get(otherId) ?? {} }, choices, keys);
}

type Move = { id: string; otherId: string; taken: string[]; sharing: Sharing };

async function moveLinks(ctx: ActorContext, { id, otherId, taken, sharing }: Move): Promise<MergeRow> {
  const { rows } = await sql<MergeRow>`
    select m.id, m.winner_id, m.loser_id, m.changes, m.links, m.undone_at
      from crm.merge_contacts(${id}, ${otherId}, ${taken}::text[], ${sharing}) m`.execute(ctx.db);
  if (!rows[0]) throw new AppError('internal');
  return rows[0];
}

async function returnLinks(ctx: ActorContext, mergeId: string): Promise<{ activities: number; links: number }> {
  const { rows } = await sql<{ done: { activities: number; links: number } }>`
    select crm.unmerge_contacts(${mergeId}) as done`.execute(ctx.db);
  return rows[0]?.done ?? { activities: 0, links: 0 };
}

/** Puts back what a merge replaced; what no longer fits stays, and its fields are named. */
async function restoreValues(ctx: ActorContext, winner: ContactRow, restored: ContactValues): Promise<string[]> {
  const keys = new Set((await customFieldDefinitions(ctx, 'contact')).map(({ key }) => key));
  const unfit: string[] = [];
  for (const [column, value] of Object.entries(restored)) {
    const key = customKeyOf(column);
    const isGone = key === null ? column === 'owner_id' && !(await isActive(ctx, String(value))) : !keys.has(key);
    if (isGone && value !== null) unfit.push(column);
  }
  await writeValues(
    ctx,
    winner,
    Object.fromEntries(Object.entries(restored).filter(([column]) => !unfit.includes(column))),
  );
  return unfit.map(fieldOfColumn);
}

async function isActive(ctx: ActorContext, userId: string): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('core.memberships')
    .where('tenant_id', '=', ctx.actor.tenantId)
    .where('user_id', '=', userId)
    .where('status', '=', 'active')
    .select('user_id')
    .executeTakeFirst();
  return row !== undefined;
}

const afterOf = (changes: MergeChanges): ContactValues =>
  Object.fromEntries(Object.entries(changes).map(([column, [, after]]) => [column, after]));

async function writeValues(ctx: ActorContext, row: ContactRow, values: ContactValues): Promise<void> {
  const columns: Record<string, unknown> = {};
  const custom = { ...(row.custom_fields as Record<string, unknown>) };
  for (const [column, value] of Object.entries(values)) {
    const key = customKeyOf(column);
    if (key === null) columns[column] = column === 'escalated_at' ? sql`${value}::timestamptz` : value;
    else if (value === null) delete custom[key];
    else custom[key] = value;
  }
  if (Object.keys(values).some((column) => customKeyOf(column) !== null))
    columns['custom_fields'] = JSON.stringify(custom);
  if (Object.keys(columns).length === 0) return;
  await ctx.db
    .updateTable('crm.contacts')
    .set(columns as Updateable<Database['crm.contacts']>)
    .where('tenant_id', '=', ctx.actor.tenantId)
    .where('id', '=', row.id)
    .execute();
}

/** Another contact may have taken the address since; then there is nowhere for the other one to come back to. */
async function requireFreeEmail(ctx: ActorContext, { id, email }: { id: string; email: string | null }): Promise<void> {
  const current = email ? await findContactByEmail(ctx, email) : null;
  if (!current || current.id === id) return;
  const detail = `${current.name} has the e-mail ${email} now. Change or merge that contact first.`;
  throw new AppError('conflict', { reason: 'duplicate_email', field: 'email', detail, current });
}

async function announceMerge(
  ctx: ActorContext,
  merge: MergeRow,
  { winner, loser }: { winner: Contact; loser: ContactRow },
): Promise<void> {
  const { activities, moved, joined } = merge.links;
  const changes = Object.fromEntries(
    Object.entries(merge.changes)
      .filter(([column]) => !column.startsWith('escalated_'))
      .map(([column, pair]) => [fieldOfColumn(column), pair]),
  );
  const otherName = contactName({ firstName: loser.first_name, lastName: loser.last_name, email: loser.email });
  const counts = { activities: activities.length, deals: moved.length + joined.length };
  const told = { mergeId: merge.id, otherId: loser.id, otherName, ...counts, changes };
  await ctx.emit({ type: 'contact.merged', entity: 'contact', entityId: winner.id, data: told });
  const into = { mergeId: merge.id, otherId: winner.id, otherName: winner.name };
  await ctx.emit({ type: 'contact.merged_into', entity: 'contact', entityId: loser.id, data: into });
  const owner = merge.changes['owner_id'];
  if (owner)
    await ctx.emit({
      type: 'contact.owner_changed',
      entity: 'contact',
      entityId: winner.id,
      data: { from: owner[0], to: owner[1] },
    });
}

async function announceUndo(ctx: ActorContext, merge: MergeRow, kept: string[]): Promise<ContactUnmerge> {
  const [contact, other] = [await getContact(ctx, merge.winner_id), await getContact(ctx, merge.loser_id)];
  for (const [one, two] of [
    [contact, other],
    [other, contact],
  ] as const) {
    const data = { mergeId: merge.id, otherId: two.id, otherName: two.name, kept };
    await ctx.emit({ type: 'contact.unmerged', entity: 'contact', entityId: one.id, data });
  }
  return { contact, other, kept };
}
