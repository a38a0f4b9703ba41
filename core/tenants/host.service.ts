import type { HostTenant, Platform } from '@aura/api';

// A page asks several times; a suspension shows within this time, and the database refuses at once.
const FRESH_MS = 1_000;
const ENTRIES_MAX = 5_000;

type Known = { tenant: HostTenant | null; readAt: number };
const caches = new WeakMap<object, Map<string, Known>>();

/** The workspace at this subdomain, in use or suspended; null when there is none. */
export async function resolveTenantByHost(
  platform: Pick<Platform, 'identity'>,
  slug: string,
): Promise<HostTenant | null> {
  const cache = caches.get(platform.identity) ?? new Map<string, Known>();
  caches.set(platform.identity, cache);
  const known = cache.get(slug);
  if (known && Date.now() - known.readAt < FRESH_MS) return known.tenant;
  const tenant = await readTenant(platform, slug);
  // Made-up names must not fill the memory.
  if (cache.size >= ENTRIES_MAX) cache.clear();
  cache.set(slug, { tenant, readAt: Date.now() });
  return tenant;
}

/** What changed a tenant calls this, so that its own process sees it at once. */
export function forgetHost(platform: Pick<Platform, 'identity'>, slug: string): void {
  caches.get(platform.identity)?.delete(slug);
}

async function readTenant({ identity }: Pick<Platform, 'identity'>, slug: string): Promise<HostTenant | null> {
  const row = await identity
    .selectFrom('core.tenants')
    .select(['id', 'slug', 'name', 'status', 'currency', 'timezone'])
    .where('slug', '=', slug)
    .where('status', '!=', 'deleted')
    .executeTakeFirst();
  return row ?? null;
}
