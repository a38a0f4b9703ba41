import { type ActorContext, recordAudit } from '@aura/api';
import { AppError, can } from '@aura/kernel';
import type { WorkspaceOutput, WorkspaceUpdateInput } from './tenant.schema.ts';
import type { TenantStatus } from './tenant.ts';

export async function getWorkspace(ctx: ActorContext): Promise<WorkspaceOutput> {
  const row = await ctx.db
    .selectFrom('core.tenants')
    .selectAll()
    .where('id', '=', ctx.actor.tenantId)
    .executeTakeFirstOrThrow();
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    status: row.status as TenantStatus,
    industry: row.industry,
    timezone: row.timezone,
    currency: row.currency,
    locale: row.locale,
    logoUrl: row.logo_url,
    settings: row.settings as Record<string, unknown>,
    termsVersion: row.terms_version,
    version: row.version,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    abilities: { update: can(ctx.actor, 'workspace:update') },
  };
}

/** F1.3. Throws version_conflict with the workspace as it is now. */
export async function updateWorkspace(
  ctx: ActorContext,
  { expectedVersion, logoUrl, ...input }: WorkspaceUpdateInput,
): Promise<WorkspaceOutput> {
  const before = await getWorkspace(ctx);
  const changes = { ...input, ...(logoUrl === undefined ? {} : { logo_url: logoUrl }) };
  if (Object.keys(changes).length === 0) return before;
  const updated = await ctx.db
    .updateTable('core.tenants')
    .set(changes)
    .where('id', '=', ctx.actor.tenantId)
    .$if(expectedVersion !== undefined, (query) => query.where('version', '=', Number(expectedVersion)))
    .executeTakeFirst();
  const after = await getWorkspace(ctx);
  if (updated.numUpdatedRows === 0n) throw new AppError('version_conflict', { current: after });
  await recordAudit(ctx, {
    action: 'workspace.updated',
    entity: 'workspace',
    entityId: after.id,
    detail: changedFields(before, after),
  });
  await ctx.emit({ type: 'workspace.updated', entity: 'workspace', entityId: after.id });
  return after;
}

const AUDITED = ['name', 'industry', 'timezone', 'currency', 'locale'] as const;

function changedFields(before: WorkspaceOutput, after: WorkspaceOutput): Record<string, unknown> {
  const fields: [string, unknown][] = AUDITED.filter((field) => before[field] !== after[field]).map((field) => [
    field,
    [before[field], after[field]],
  ]);
  // The picture itself would fill the log.
  if (before.logoUrl !== after.logoUrl) fields.push(['logoUrl', 'changed']);
  return Object.fromEntries(fields);
}
