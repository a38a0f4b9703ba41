import { type Actor, can, EVERYONE, MANAGERS, type Permission, type Role, seesAll } from '@aura/kernel';

export const contactPermissions = {
  'contact:read': EVERYONE,
  'contact:create': EVERYONE,
  'contact:update': EVERYONE,
  'contact:archive': EVERYONE,
  'contact:reassign': MANAGERS,
  'contact:share': MANAGERS,
} as const satisfies Record<Permission, readonly Role[]>;

type Row = { deleted_at: Date | null };

// Who sees a contact may edit it: its owner, those it is shared with, managers and admins. The policies say the same.
export const canUpdateContact = (actor: Actor, row: Row): boolean => can(actor, 'contact:update') && !row.deleted_at;

export const canGiveContact = (actor: Actor): boolean => seesAll(actor) && can(actor, 'contact:reassign');

export function contactAbilities(actor: Actor, row: Row) {
  return {
    update: canUpdateContact(actor, row),
    archive: can(actor, 'contact:archive') && !row.deleted_at,
    restore: can(actor, 'contact:archive') && row.deleted_at !== null,
    changeOwner: canGiveContact(actor) && !row.deleted_at,
    share: can(actor, 'contact:share') && !row.deleted_at,
  };
}
