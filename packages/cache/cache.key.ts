const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
// No braces: they would move a key to another slot of a Redis cluster, away from its tenant's.
const NAME = /^[A-Za-z0-9_.:@-]{1,200}$/;

/** The prefix of everything that belongs to one tenant; `{…}` keeps it in one slot of a Redis cluster. */
export function tenantPrefix(tenantId: string): string {
  if (!UUID.test(tenantId)) throw new TypeError('A tenant id in the cache must be a lower-case UUID.');
  return `aura:{${tenantId}}`;
}

export const PLATFORM_PREFIX = 'aura:platform';

export function scopedName(prefix: string, name: string): string {
  if (!NAME.test(name)) throw new TypeError('A cache key has 1 to 200 letters, digits or _ . : @ -');
  return `${prefix}:${name}`;
}
