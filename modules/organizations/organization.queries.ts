import { type ActorContext, listPage, noteMiss } from '@aura/api';
import { customOrder, matchCustomFields } from '@aura/custom-fields';
import { sql } from '@aura/db';
import { AppError, type Page, type Picked, type RecordRow, recordOf } from '@aura/kernel';
import { matchRecords } from '@aura/search';
import { organizationAbilities } from './organization.permissions.ts';
import type { Organization, OrganizationFilter, OrganizationList } from './organization.schema.ts';
import { nestChildren, type TreeNode, type TreeRow } from './organization.ts';

const COLUMNS = [
  'organization.id',
  'organization.version',
  'organization.created_at',
  'organization.updated_at',
  'organization.created_by',
  'organization.updated_by',
  'organization.name',
  'organization.industry',
  'organization.size',
  'organization.location',
  'organization.website',
  'organization.parent_id',
  'organization.owner_id',
  'organization.external_id',
  'organization.custom_fields',
  'organization.deleted_at',
] as const;

const SORTS = {
  name: { column: 'organization.name_norm', type: 'text' },
  createdAt: { column: 'organization.created_at', type: 'timestamptz' },
  updatedAt: { column: 'organization.updated_at', type: 'timestamptz' },
} as const;

export type OrganizationRow = RecordRow & {
  name: string;
  industry: string | null;
  size: string | null;
  location: string | null;
  website: string | null;
  parent_id: string | null;
  parent_name: string | null;
  owner_id: string;
  owner_name: string | null;
  external_id: string | null;
  custom_fields: unknown;
  deleted_at: Date | null;
};

type Rows = ReturnType<typeof organizationRows>;

const LISTED = { entity: 'organization', id: 'organization.id' } as const;

// Naming the tenant is for the planner; the policies name it too, and do not trust this.
function organizationRows(ctx: ActorContext) {
  return ctx.db
    .selectFrom('crm.organizations as organization')
    .where('organization.tenant_id', '=', ctx.actor.tenantId);
}

// Names by subqueries, not joins: they are asked for the page's rows only, after the sort and the limit.
function withNames(rows: Rows) {
  return rows
    .select(COLUMNS)
    .select((eb) => [
      eb
        .selectFrom('crm.organizations as parent')
        .whereRef('parent.tenant_id', '=', 'organization.tenant_id')
        .whereRef('parent.id', '=', 'organization.parent_id')
        .select('parent.name')
        .as('parent_name'),
      eb
        .selectFrom('core.memberships as owner')
        .whereRef('owner.tenant_id', '=', 'organization.tenant_id')
        .whereRef('owner.user_id', '=', 'organization.owner_id')
        .select('owner.name')
        .as('owner_name'),
    ]);
}

/** What a list shows and a bulk change changes: the same rows by the same filter. */
export async function filterOrganizations(
  ctx: ActorContext,
  { isDeleted = false, ...filter }: OrganizationFilter & Picked & { isDeleted?: boolean },
): Promise<Rows> {
  let rows = organizationRows(ctx).where('organization.deleted_at', isDeleted ? 'is not' : 'is', null);
  if (filter.industry) rows = rows.where('organization.industry', '=', filter.industry);
  if (filter.ownerId) rows = rows.where('organization.owner_id', '=', filter.ownerId);
  if (filter.ids) rows = rows.where('organization.id', 'in', filter.ids);
  if (filter.parentId) rows = rows.where('organization.parent_id', '=', filter.parentId);
  const custom = await matchCustomFields(ctx, { ...LISTED, isArchived: isDeleted }, filter.customFields);
  if (custom) rows = rows.where(custom.where);
  return filter.q ? rows.where(await matchRecords(ctx, { ...LISTED, q: filter.q })) : rows;
}

export async function listOrganizations(
  ctx: ActorContext,
  input: OrganizationList & Picked,
): Promise<Page<Organization>> {
  const rows = await filterOrganizations(ctx, { ...input, isDeleted: input.deleted });
  return listPage<OrganizationRow, Organization>(ctx, {
    list: 'organizations.list',
    rows,
    order: await customOrder(
      ctx,
      { ...LISTED, isArchived: input.deleted },
      { sort: input.sort, filter: input.customFields, parts: [rows] },
    ),
    select: withNames,
    sorts: SORTS,
    defaultSort: '-createdAt',
    id: 'organization.id',
    input,
    toItem: (row) => toOrganization(ctx, row),
  });
}

/** Archived ones too: they can be looked at and restored. Throws not_found. */
export async function getOrganization(ctx: ActorContext, id: string): Promise<Organization> {
  const row = await withNames(organizationRows(ctx)).where('organization.id', '=', id).executeTakeFirst();
  if (!row) return missOrganization(ctx, id);
  return toOrganization(ctx, row);
}

/**
 * The row, held until the transaction ends, so that what was compared is what is written. "No key": a plain update lock
 * would make two organizations that become each other's parent wait for one another. Throws not_found.
 */
export async function lockOrganization(ctx: ActorContext, id: string): Promise<OrganizationRow> {
  const locked = await organizationRows(ctx)
    .where('organization.id', '=', id)
    .select('organization.id')
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!locked) return missOrganization(ctx, id);
  return withNames(organizationRows(ctx)).where('organization.id', '=', id).executeTakeFirstOrThrow();
}

async function missOrganization(ctx: ActorContext, id: string): Promise<never> {
  await noteMiss(ctx, 'organization', id);
  throw new AppError('not_found');
}

export type OrganizationTree = { ancestors: TreeRow[]; organization: TreeRow; children: TreeNode[] };

/** F6.5: the organization between its parents, topmost first, and its subsidiaries of all levels, archived ones left out. */
export async function readOrganizationTree(ctx: ActorContext, id: string): Promise<OrganizationTree> {
  const { name, parentId } = await getOrganization(ctx, id);
  const [ancestors, below] = await Promise.all([listAncestors(ctx, parentId), listOrganizationsBelow(ctx, id)]);
  return { ancestors, organization: { id, name, parentId }, children: nestChildren(below, id) };
}

async function listAncestors(ctx: ActorContext, parentId: string | null): Promise<TreeRow[]> {
  const { rows } = await sql<TreeRow>`
    with recursive line as (
      select o.id, o.name, o.parent_id, 1 as level from crm.organizations o where o.tenant_id = ${ctx.actor.tenantId} and o.id = ${parentId}
      union all
      select o.id, o.name, o.parent_id, level + 1 from line join crm.organizations o on o.tenant_id = ${ctx.actor.tenantId} and o.id = line.parent_id
    )
    select id, name, parent_id as "parentId" from line order by level desc`.execute(ctx.db);
  return rows;
}

/** Every subsidiary, however deep, those of one level by name. */
export async function listOrganizationsBelow(ctx: ActorContext, id: string): Promise<TreeRow[]> {
  const { rows } = await sql<TreeRow>`
    with recursive below as (
      select o.id, o.name, o.name_norm, o.parent_id, 1 as level from crm.organizations o
       where o.tenant_id = ${ctx.actor.tenantId} and o.parent_id = ${id} and o.deleted_at is null
      union all
      select o.id, o.name, o.name_norm, o.parent_id, level + 1 from below
        join crm.organizations o on o.tenant_id = ${ctx.actor.tenantId} and o.parent_id = below.id and o.deleted_at is null
    )
    select id, name, parent_id as "parentId" from below order by level, name_norm, id`.execute(ctx.db);
  return rows;
}

/** Ids by name as a person would type it (case, accents and spaces aside), for links of imports. Two with one name: the elder. */
export async function findOrganizationIds(ctx: ActorContext, names: string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ name: string; id: string }>`
    select distinct on (wanted.name) wanted.name, o.id
      from unnest(${names}::text[]) as wanted (name)
      join crm.organizations o on o.tenant_id = ${ctx.actor.tenantId} and o.name_norm = search.fold(wanted.name) and o.deleted_at is null
     order by wanted.name, o.created_at, o.id`.execute(ctx.db);
  return new Map(rows.map((row) => [row.name, row.id]));
}

export function toOrganization(ctx: ActorContext, row: OrganizationRow): Organization {
  return {
    ...recordOf(row),
    name: row.name,
    industry: row.industry,
    size: row.size,
    location: row.location,
    website: row.website,
    parentId: row.parent_id,
    parentName: row.parent_name,
    ownerId: row.owner_id,
    ownerName: row.owner_name,
    externalId: row.external_id,
    customFields: row.custom_fields as Record<string, unknown>,
    deletedAt: row.deleted_at?.toISOString() ?? null,
    abilities: organizationAbilities(ctx.actor, row),
  };
}
