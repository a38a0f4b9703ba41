import { type ActorContext, changeEvents, type DomainEvent } from '@aura/api';
import { type CustomFieldEntity, type CustomValues, tryCustomFields, validateCustomFields } from '@aura/custom-fields';
import { AppError, changesBetween } from '@aura/kernel';
import { requireActiveMembers } from '@aura/members';
import type { BulkEditor, BulkPlan, BulkRow, Patch, Told } from './bulk-editor.ts';

/** What all editors have in common of their changes, once their own fields are columns. */
export type Wanted = {
  columns: Patch;
  customFields?: CustomValues | undefined;
  archived?: boolean | undefined;
};

/** Refuses an owner who is not here, and custom values that fit no definition, before any row is looked at. */
export async function requireFitting(
  ctx: ActorContext,
  entity: CustomFieldEntity,
  { ownerId, customFields }: { ownerId?: string | undefined; customFields?: CustomValues | undefined },
): Promise<void> {
  if (ownerId) await requireActiveMembers(ctx, [ownerId], 'ownerId');
  if (customFields) await validateCustomFields(ctx, entity, { given: customFields, current: {} });
}

/** The columns of a row that are not as wanted yet; custom fields that are not given stay. */
export async function patchOf(
  ctx: ActorContext,
  row: BulkRow,
  { entity, columns, customFields, archived }: Wanted & { entity: CustomFieldEntity },
): Promise<Patch> {
  const wanted: Record<string, unknown> = { ...columns };
  if (customFields) {
    const current = row['custom_fields'] as CustomValues;
    const { values, issues } = await tryCustomFields(ctx, entity, { given: customFields, current });
    if (issues.length > 0) throw new AppError('invalid', { detail: issues[0]?.message ?? '', issues });
    wanted['custom_fields'] = values;
  }
  if (archived !== undefined && archived !== (row.deleted_at !== null))
    wanted['deleted_at'] = archived ? ctx.clock().toISOString() : null;
  const changed = Object.entries(wanted).filter(([name, value]) => !isSame(row[name], value));
  return Object.fromEntries(changed.map(([name, value]) => [name, typeof value === 'bigint' ? String(value) : value]));
}

/** A plan that looks at one row after the other; what it throws of a row is that row's refusal. */
export function planRows(
  ctx: ActorContext,
  editor: Pick<BulkEditor, 'requirePatch'>,
  patchFor: (row: BulkRow) => Patch | Promise<Patch>,
): BulkPlan {
  return async (rows) => {
    const patches = new Map<string, Patch | AppError>();
    for (const row of rows) patches.set(row.id, await judged(ctx, editor, { row, patchFor }));
    return patches;
  };
}

type Judging = { row: BulkRow; patchFor: (row: BulkRow) => Patch | Promise<Patch> };

async function judged(
  ctx: ActorContext,
  editor: Pick<BulkEditor, 'requirePatch'>,
  { row, patchFor }: Judging,
): Promise<Patch | AppError> {
  try {
    const patch = await patchFor(row);
    if (Object.keys(patch).length > 0) editor.requirePatch(ctx, row, patch);
    return patch;
  } catch (error) {
    if (error instanceof AppError && error.status < 500) return error;
    throw error;
  }
}

/** A new owner is an answer to an escalation. */
export function answeredColumns(row: BulkRow, ownerId: string | undefined): Patch {
  const isAnswered = ownerId !== undefined && ownerId !== row['owner_id'] && row['escalated_at'] !== null;
  return isAnswered ? { escalated_at: null, escalated_by: null } : {};
}

export function answerEvents(entity: string, { before, after, isUndo }: Told): DomainEvent[] {
  if (isUndo || before['escalated_at'] === null || after['escalated_at'] !== null) return [];
  const data = { by: 'owner', note: null, escalatedBy: before['escalated_by'] };
  return [{ type: `${entity}.escalation_resolved`, entity, entityId: after.id, data }];
}

/** Archived and restored, a new owner, and the other fields: `fields` are columns by their names in the API. */
export function recordEvents(
  { entity, fields }: { entity: string; fields: Readonly<Record<string, string>> },
  { before, after }: Told,
): DomainEvent[] {
  const named = (record: Told['before']) =>
    Object.fromEntries(Object.entries(fields).map(([name, column]) => [name, record[column]]));
  return [
    ...archiveEvents(entity, { before, after }),
    ...changeEvents({ entity, id: after.id }, changesBetween(named(before), named(after))),
  ];
}

export function archiveEvents(entity: string, { before, after }: Pick<Told, 'before' | 'after'>): DomainEvent[] {
  const [was, is] = [before['deleted_at'] !== null, after['deleted_at'] !== null];
  return was === is ? [] : [{ type: `${entity}.${is ? 'archived' : 'restored'}`, entity, entityId: after.id }];
}

// The database hands over whole numbers that may be large as text.
function isSame(one: unknown, other: unknown): boolean {
  return plain(one) === plain(other);
}

function plain(value: unknown): string {
  const known = value ?? null;
  if (typeof known === 'bigint' || typeof known === 'number') return JSON.stringify(String(known));
  return typeof known === 'object' ? JSON.stringify(sorted(known)) : JSON.stringify(known);
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
