import { type Actor, can, EVERYONE, MANAGERS, type Permission, type Role, seesAll } from '@aura/kernel';

export const contactPermissions = {
  'contact:read': EVERYONE,
  'contact:create': EVERYONE,
  'contact:update': EVERYONE,
  'contact:archive': EVERYONE,
  'contact:reassign': MANAGERS,
  'contact:share': MANAGERS,
  'contact:merge': EVERYONE,
  'contact:find_duplicates': MANAGERS,
  'contact:escalate': EVERYONE,
  'contact:resolve': MANAGERS,
} as const satisfies Record<Permission, readonly Role[]>;

type Row = { deleted_at: Date | null };
type OwnedRow = Row & { owner_id: string };
type FullRow = OwnedRow & { escalated_at: Date | null; merged_into_id: string | null };

// Who sees a contact may edit it: its owner, those it is shared with, managers and admins. The policies say the same.
export const canUpdateContact = (actor: Actor, row: Row): boolean => can(actor, 'contact:update') && !row.deleted_at;

export const canGiveContact = (actor: Actor): boolean => seesAll(actor) && can(actor, 'contact:reassign');

/** Two of one's own, or any two for who sees all: a merge moves what colleagues wrote, too. The database says the same. */
export const canMergeContact = (actor: Actor, row: OwnedRow): boolean =>
  can(actor, 'contact:merge') && !row.deleted_at && (seesAll(actor) || row.owner_id === actor.userId);

export const canEscalateContact = (actor: Actor, row: Row): boolean =>
  can(actor, 'contact:escalate') && !row.deleted_at;
export const canResolveContact = (actor: Actor): boolean => seesAll(actor) && can(actor, 'contact:resolve');

export function contactAbilities(actor: Actor, row: FullRow) {
  return {
    update: canUpdateContact(actor, row),
    archive: can(actor, 'contact:archive') && !row.deleted_at,
    restore: can(actor, 'contact:archive') && row.deleted_at !== null && row.merged_into_id === null,
    changeOwner: canGiveContact(actor) && !row.deleted_at,
    share: can(actor, 'contact:share') && !row.deleted_at,
    merge: canMergeContact(actor, row),
    escalate: canEscalateContact(actor, row),
    resolve: canResolveContact(actor) && row.escalated_at !== null && !row.deleted_at,
  };
}
