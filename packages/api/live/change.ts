import type { Cache } from '@aura/cache';

/**
 * What is told of a committed change: kinds of records, never which or what. `told` stays between servers: whose
 * notifications changed, or everyone's where these are too many to name.
 */
export type Change = { kinds: string[]; told: string[] | 'everyone' };

type Place = { platform: { cache: Cache }; actor: { tenantId: string } };

const CHANNEL = 'changes';
const TOLD_MAX = 300;

/** At most once, and not waited for: whoever misses it asks for the version, or sees it with the next load. */
export async function publishChange(
  { platform, actor }: Place,
  { kinds, told }: { kinds: string[]; told: readonly string[] },
): Promise<void> {
  const people = [...new Set(told)];
  const change: Change = { kinds: kinds.toSorted(), told: people.length > TOLD_MAX ? 'everyone' : people };
  void platform.cache.forTenant(actor.tenantId).publish(CHANNEL, change);
}

export function subscribeToChanges(cache: Cache, tenantId: string, onChange: (change: Change) => void) {
  return cache.forTenant(tenantId).subscribe<Change>(CHANNEL, onChange);
}

/** What this person's screens are told of a change. */
export function kindsFor(userId: string, { kinds, told }: Change): string[] {
  return told === 'everyone' || told.includes(userId) ? [...kinds, 'notification'] : kinds;
}
