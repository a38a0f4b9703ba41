import type { HostTenant, Platform } from '@aura/api';

/**
 * The workspace at this subdomain, in use or suspended; null when there is none. Read each time: a suspension by another
 * process refuses access at once (F1.5), which a memory of hosts would delay.
 */
export async function resolveTenantByHost(
  { identity }: Pick<Platform, 'identity'>,
  slug: string,
): Promise<HostTenant | null> {
  const row = await identity
    .selectFrom('core.tenants')
    .select(['id', 'slug', 'name', 'status', 'currency', 'timezone'])
    .where('slug', '=', slug)
    .where('status', '!=', 'deleted')
    .executeTakeFirst();
  return row ?? null;
}
