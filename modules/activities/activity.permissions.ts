import { type Actor, can, EVERYONE, type Permission, type Role, seesAll } from '@aura/kernel';

export const activityPermissions = {
  'activity:read': EVERYONE,
  'activity:create': EVERYONE,
  'activity:archive': EVERYONE,
} as const satisfies Record<Permission, readonly Role[]>;

type Row = { created_by: string | null; archived_at: Date | null };

/** An activity is never edited; its author and managers may put it away. */
export const canArchiveActivity = (actor: Actor, row: Row): boolean =>
  can(actor, 'activity:archive') && !row.archived_at && (seesAll(actor) || row.created_by === actor.userId);

export function activityAbilities(actor: Actor, row: Row) {
  return { archive: canArchiveActivity(actor, row) };
}
