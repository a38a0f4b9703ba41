import { type Actor, can, EVERYONE, MANAGERS, type Permission, type Role, seesAll } from '@aura/kernel';

export const organizationPermissions = {
  'organization:read': EVERYONE,
  'organization:create': EVERYONE,
  'organization:update': EVERYONE,
  'organization:archive': EVERYONE,
  'organization:reassign': MANAGERS,
} as const satisfies Record<Permission, readonly Role[]>;

type Row = { deleted_at: Date | null };

export const canUpdateOrganization = (actor: Actor, row: Row): boolean =>
  can(actor, 'organization:update') && !row.deleted_at;

/** Everyone edits organizations; who owns one is the managers' decision (F9.5). */
export const canGiveOrganization = (actor: Actor): boolean => seesAll(actor) && can(actor, 'organization:reassign');

export function organizationAbilities(actor: Actor, row: Row) {
  return {
    update: canUpdateOrganization(actor, row),
    archive: can(actor, 'organization:archive') && !row.deleted_at,
    restore: can(actor, 'organization:archive') && row.deleted_at !== null,
    changeOwner: canGiveOrganization(actor) && !row.deleted_at,
  };
}
