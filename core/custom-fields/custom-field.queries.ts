import { type ActorContext, listPage, noteMiss } from '@aura/api';
import type { TenantDb } from '@aura/db';
import { AppError, type Page, type RecordRow, recordOf } from '@aura/kernel';
import { customFieldAbilities } from './custom-field.permissions.ts';
import type { CustomField, CustomFieldList, CustomFieldsOf } from './custom-field.schema.ts';
import type { CustomFieldDefinition, CustomFieldEntity, CustomFieldType } from './custom-field.ts';

const COLUMNS = [
  'field.id',
  'field.version',
  'field.created_at',
  'field.updated_at',
  'field.created_by',
  'field.updated_by',
  'field.deleted_at',
  'field.entity',
  'field.key',
  'field.label',
  'field.type',
  'field.options',
  'field.required',
  'field.position',
] as const;

const SORTS = {
  position: { column: 'field.position', type: 'int' },
  createdAt: { column: 'field.created_at', type: 'timestamptz' },
} as const;

export type CustomFieldRow = RecordRow & {
  deleted_at: Date | null;
  entity: string;
  key: string;
  label: string;
  type: string;
  options: unknown;
  required: boolean;
  position: number;
};

function fieldRows(ctx: ActorContext) {
  return ctx.db.selectFrom('core.custom_field_definitions as field').where('field.tenant_id', '=', ctx.actor.tenantId);
}

export function listCustomFields(ctx: ActorContext, input: CustomFieldList): Promise<Page<CustomField>> {
  let rows = fieldRows(ctx).where('field.deleted_at', input.deleted ? 'is not' : 'is', null);
  if (input.entity) rows = rows.where('field.entity', '=', input.entity);
  return listPage<CustomFieldRow, CustomField>(ctx, {
    list: 'customFields.list',
    rows,
    select: (page: typeof rows) => page.select(COLUMNS),
    sorts: SORTS,
    defaultSort: 'position',
    id: 'field.id',
    input,
    toItem: (row) => toCustomField(ctx, row),
  });
}

/** Every field of an entity in the order of forms, however many: what screens are made of. */
export async function listCustomFieldsOf(
  ctx: ActorContext,
  { entity, archived }: CustomFieldsOf,
): Promise<{ items: CustomField[] }> {
  const rows = await fieldRows(ctx)
    .where('field.entity', '=', entity)
    .where('field.deleted_at', archived ? 'is not' : 'is', null)
    .select(COLUMNS)
    .orderBy('field.position')
    .orderBy('field.id')
    .execute();
  return { items: rows.map((row) => toCustomField(ctx, row)) };
}

export async function getCustomField(ctx: ActorContext, id: string): Promise<CustomField> {
  const row = await fieldRows(ctx).where('field.id', '=', id).select(COLUMNS).executeTakeFirst();
  if (row) return toCustomField(ctx, row);
  await noteMiss(ctx, 'custom_field', id);
  throw new AppError('not_found');
}

/** The live field of a key. Throws not_found. */
export async function findCustomField(
  ctx: ActorContext,
  entity: CustomFieldEntity,
  key: string,
): Promise<{ id: string }> {
  const row = await fieldRows(ctx)
    .where('field.entity', '=', entity)
    .where('field.key', '=', key)
    .where('field.deleted_at', 'is', null)
    .select('field.id')
    .executeTakeFirst();
  if (!row) throw new AppError('not_found', { detail: `There is no custom field ${key}.` });
  return row;
}

/** The row, held until the transaction ends, so that what is compared is what is written. */
export async function lockCustomField(ctx: ActorContext, id: string): Promise<CustomFieldRow> {
  const row = await fieldRows(ctx).where('field.id', '=', id).select(COLUMNS).forNoKeyUpdate().executeTakeFirst();
  if (row) return row;
  await noteMiss(ctx, 'custom_field', id);
  throw new AppError('not_found');
}

export function toCustomField(ctx: ActorContext, row: CustomFieldRow): CustomField {
  return {
    ...recordOf(row),
    entity: row.entity as CustomFieldEntity,
    key: row.key,
    label: row.label,
    type: row.type as CustomFieldType,
    options: row.options as string[],
    required: row.required,
    position: row.position,
    archived: row.deleted_at !== null,
    abilities: customFieldAbilities(ctx.actor, row),
  };
}

// Kept for the request that asked, and no longer: another server's admin may change a definition at any moment.
const known = new WeakMap<TenantDb, Map<CustomFieldEntity, Promise<CustomFieldDefinition[]>>>();

/** The entity's live definitions, in the order of forms. */
export function customFieldDefinitions(ctx: ActorContext, entity: CustomFieldEntity): Promise<CustomFieldDefinition[]> {
  const ofRequest = known.get(ctx.db) ?? new Map<CustomFieldEntity, Promise<CustomFieldDefinition[]>>();
  known.set(ctx.db, ofRequest);
  const definitions = ofRequest.get(entity) ?? readDefinitions(ctx, entity);
  ofRequest.set(entity, definitions);
  return definitions;
}

export function forgetDefinitions(ctx: ActorContext): void {
  known.delete(ctx.db);
}

async function readDefinitions(ctx: ActorContext, entity: CustomFieldEntity): Promise<CustomFieldDefinition[]> {
  const rows = await fieldRows(ctx)
    .where('field.entity', '=', entity)
    .where('field.deleted_at', 'is', null)
    .select(['field.key', 'field.label', 'field.type', 'field.options', 'field.required'])
    .orderBy('field.position')
    .orderBy('field.id')
    .execute();
  return rows.map((row) => ({ ...row, type: row.type as CustomFieldType, options: row.options as string[] }));
}
