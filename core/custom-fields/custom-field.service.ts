import type { ActorContext } from '@aura/api';
import { sql } from '@aura/db';
import { AppError, type Issue } from '@aura/kernel';
import {
  customFieldDefinitions,
  findCustomField,
  forgetDefinitions,
  getCustomField,
  listCustomFieldsOf,
  lockCustomField,
  toCustomField,
} from './custom-field.queries.ts';
import {
  type CustomField,
  type CustomFieldCreate,
  type CustomFieldOrder,
  type CustomFieldUpdate,
  customFieldUpdateInput,
  foldedOption,
} from './custom-field.schema.ts';
import {
  type CustomFieldEntity,
  type CustomFieldType,
  type CustomValues,
  hasOptions,
  mergeCustomFields,
} from './custom-field.ts';
import { countHolders } from './custom-field-usage.queries.ts';

/**
 * The values to store: `given` over `current` (none for a new record). Throws 422 with a path per key
 * (`customFields.tier`) when a key is unknown, a value does not fit or a required one is missing.
 */
export async function validateCustomFields(
  ctx: ActorContext,
  entity: CustomFieldEntity,
  values: { given: CustomValues | undefined; current?: CustomValues },
): Promise<CustomValues> {
  const { values: merged, issues } = await tryCustomFields(ctx, entity, values);
  if (issues.length > 0) throw new AppError('invalid', { detail: issues[0]?.message ?? '', issues });
  return merged;
}

/** The same without throwing: an import reports every issue of a row together. */
export async function tryCustomFields(
  ctx: ActorContext,
  entity: CustomFieldEntity,
  { given, current }: { given: CustomValues | undefined; current?: CustomValues },
): Promise<{ values: CustomValues; issues: Issue[] }> {
  if (current && !given) return { values: current, issues: [] };
  return mergeCustomFields(await customFieldDefinitions(ctx, entity), given ?? {}, current);
}

export async function createCustomField(ctx: ActorContext, input: CustomFieldCreate): Promise<CustomField> {
  requireOptions(input.type, input.options ?? []);
  const { id } = await ctx.db
    .insertInto('core.custom_field_definitions')
    .values({
      entity: input.entity,
      key: input.key,
      label: input.label,
      type: input.type,
      options: JSON.stringify(input.options ?? []),
      required: input.required ?? false,
      position: input.position ?? (await nextPosition(ctx, input.entity)),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return announce(ctx, 'custom_field.created', id);
}

export async function updateCustomField(
  ctx: ActorContext,
  { id, expectedVersion, options, ...input }: CustomFieldUpdate,
): Promise<CustomField> {
  const current = await lockCustomField(ctx, id);
  if (current.deleted_at) throw new AppError('conflict', { reason: 'archived', detail: 'Restore this field first.' });
  if (expectedVersion && expectedVersion !== current.version)
    throw new AppError('version_conflict', { current: toCustomField(ctx, current) });
  if (options) requireOptions(current.type as CustomFieldType, options);
  if (options) await requireUnused(ctx, toCustomField(ctx, current), options);
  const changes = { ...input, ...(options ? { options: JSON.stringify(options) } : {}) };
  if (Object.keys(changes).length === 0) return toCustomField(ctx, current);
  await ctx.db
    .updateTable('core.custom_field_definitions')
    .set(changes)
    .where('tenant_id', '=', ctx.actor.tenantId)
    .where('id', '=', id)
    .execute();
  return announce(ctx, 'custom_field.updated', id);
}

/** Options beside those that there are, told apart without case and accents. Resolves to all of them. Throws 422 for too many. */
export async function addCustomFieldOptions(
  ctx: ActorContext,
  { entity, key, options }: { entity: CustomFieldEntity; key: string; options: readonly string[] },
): Promise<string[]> {
  const { id } = await findCustomField(ctx, entity, key);
  const field = toCustomField(ctx, await lockCustomField(ctx, id));
  const all = [...new Map([...options, ...field.options].map((option) => [foldedOption(option), option])).values()];
  const added = all.filter((option) => !field.options.includes(option));
  if (added.length === 0) return field.options;
  const parsed = customFieldUpdateInput.safeParse({ id, options: [...field.options, ...added] });
  if (!parsed.success)
    throw new AppError('invalid', { field: 'options', detail: `${field.label}: ${parsed.error.issues[0]?.message}` });
  return (await updateCustomField(ctx, parsed.data)).options;
}

export async function archiveCustomField(
  ctx: ActorContext,
  { id, expectedVersion }: { id: string; expectedVersion?: number | undefined },
): Promise<void> {
  const current = await lockCustomField(ctx, id);
  if (current.deleted_at) throw new AppError('not_found');
  if (expectedVersion && expectedVersion !== current.version)
    throw new AppError('version_conflict', { current: toCustomField(ctx, current) });
  await setDeletedAt(ctx, id, ctx.clock());
  await announce(ctx, 'custom_field.archived', id);
}

export async function restoreCustomField(ctx: ActorContext, id: string): Promise<CustomField> {
  const current = await lockCustomField(ctx, id);
  if (!current.deleted_at) return toCustomField(ctx, current);
  await setDeletedAt(ctx, id, null);
  return announce(ctx, 'custom_field.restored', id);
}

/** `ids` are all fields of the entity that are not archived, in their new order. */
export async function orderCustomFields(
  ctx: ActorContext,
  { entity, ids }: CustomFieldOrder,
): Promise<{ items: CustomField[] }> {
  const rows = await ctx.db
    .selectFrom('core.custom_field_definitions')
    .where('tenant_id', '=', ctx.actor.tenantId)
    .where('entity', '=', entity)
    .where('deleted_at', 'is', null)
    .select('id')
    .forNoKeyUpdate()
    .execute();
  const isComplete = ids.length === rows.length && rows.every(({ id }) => ids.includes(id));
  if (!isComplete)
    throw new AppError('invalid', {
      field: 'ids',
      detail: 'Name every field once. Someone may have added one: reload.',
    });
  await sql`
    update core.custom_field_definitions d set position = o.place
      from unnest(${ids}::uuid[]) with ordinality as o (id, place)
     where d.tenant_id = ${ctx.actor.tenantId}::uuid and d.id = o.id and d.position <> o.place`.execute(ctx.db);
  forgetDefinitions(ctx);
  return listCustomFieldsOf(ctx, { entity, archived: false });
}

/** An option that records hold is not taken away: they would hold what nobody can choose or filter by. */
async function requireUnused(ctx: ActorContext, field: CustomField, options: string[]): Promise<void> {
  const gone = field.options.filter((option) => !options.includes(option));
  if (gone.length === 0) return;
  const held = (await countHolders(ctx, field, gone)).filter(({ records }) => records > 0);
  if (held.length === 0) return;
  const counts = held.map(({ option, records, isEstimate }) => {
    const many = `${records.toLocaleString('en-US')}${isEstimate ? ' or more' : ''}`;
    return `"${option}" (${many} ${records === 1 ? 'record' : 'records'})`;
  });
  throw new AppError('conflict', {
    reason: 'option_in_use',
    field: 'options',
    detail: `Still in use: ${counts.join(', ')}. Give those records another value first.`,
  });
}

async function setDeletedAt(ctx: ActorContext, id: string, deletedAt: Date | null): Promise<void> {
  await ctx.db
    .updateTable('core.custom_field_definitions')
    .set({ deleted_at: deletedAt })
    .where('tenant_id', '=', ctx.actor.tenantId)
    .where('id', '=', id)
    .execute();
}

async function announce(ctx: ActorContext, type: string, id: string): Promise<CustomField> {
  forgetDefinitions(ctx);
  const field = await getCustomField(ctx, id);
  await ctx.emit({ type, entity: 'custom_field', entityId: id, data: { entity: field.entity, key: field.key } });
  return field;
}

function requireOptions(type: CustomFieldType, options: string[]): void {
  if (hasOptions(type) && options.length === 0)
    throw new AppError('invalid', { reason: 'required', field: 'options', detail: 'Name at least one option' });
  if (!hasOptions(type) && options.length > 0)
    throw new AppError('invalid', { field: 'options', detail: `A field of type ${type} has no options` });
}

async function nextPosition(ctx: ActorContext, entity: CustomFieldEntity): Promise<number> {
  const { last } = await ctx.db
    .selectFrom('core.custom_field_definitions')
    .where('tenant_id', '=', ctx.actor.tenantId)
    .where('entity', '=', entity)
    .select((eb) => eb.fn.max('position').as('last'))
    .executeTakeFirstOrThrow();
  return (last ?? 0) + 1;
}
