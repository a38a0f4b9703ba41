import type { Platform } from '@aura/api';
import { recordEntry } from '@aura/identity';
import { AppError } from '@aura/kernel';
import { recordTransition } from './register.service.ts';
import { canMoveTo, type TenantStatus } from './tenant.ts';

export type LifecycleStep = {
  slug: string;
  to: TenantStatus;
  /** Who decides: an operator's name, or `script`. */
  actor: string;
  reason: string;
};

/**
 * F1.5, F1.6: moves a tenant along its life, recorded with actor and reason. Data stays; the database refuses every
 * session of a tenant that is not active from this moment. Throws not_found, or conflict for an illegal step.
 */
export async function moveTenant(
  platform: Pick<Platform, 'identity'>,
  { slug, to, actor, reason }: LifecycleStep,
): Promise<{ id: string; from: TenantStatus }> {
  if (reason.trim() === '') throw new AppError('invalid', { field: 'reason', detail: 'Say why' });
  return platform.identity.transaction().execute(async (identity) => {
    const tenant = await identity
      .selectFrom('core.tenants')
      .select(['id', 'status'])
      .where('slug', '=', slug)
      .forUpdate()
      .executeTakeFirst();
    if (!tenant) throw new AppError('not_found', { detail: `There is no workspace ${slug}.` });
    const from = tenant.status as TenantStatus;
    if (!canMoveTo(from, to))
      throw new AppError('conflict', {
        reason: 'illegal_transition',
        detail: `A tenant that is ${from} cannot become ${to}.`,
      });
    await identity.updateTable('core.tenants').set({ status: to }).where('id', '=', tenant.id).execute();
    await recordTransition(identity, { tenantId: tenant.id, from, to, actor, reason: reason.trim() });
    await recordEntry(identity, {
      tenantId: tenant.id,
      userId: null,
      action: `tenant.${to}`,
      detail: { from, to, actor, reason: reason.trim() },
    });
    return { id: tenant.id, from };
  });
}

export type TransitionRow = { from: string | null; to: string; actor: string; reason: string; at: string };

/** The steps of a tenant's life, oldest first. */
export async function listTransitions(
  { identity }: Pick<Platform, 'identity'>,
  tenantId: string,
): Promise<TransitionRow[]> {
  const rows = await identity
    .selectFrom('core.tenant_transitions')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    from: row.from_status,
    to: row.to_status,
    actor: row.actor,
    reason: row.reason,
    at: row.occurred_at.toISOString(),
  }));
}
