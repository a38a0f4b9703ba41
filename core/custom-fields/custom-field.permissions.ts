import { type Actor, ADMINS, can, EVERYONE, type Permission, type Role } from '@aura/kernel';

/** Everyone reads definitions, because every form shows them; only admins change them. */
export const customFieldPermissions = {
  'custom-field:read': EVERYONE,
  'custom-field:create': ADMINS,
  'custom-field:update': ADMINS,
  'custom-field:archive': ADMINS,
} as const satisfies Record<Permission, readonly Role[]>;

export function customFieldAbilities(actor: Actor, row: { deleted_at: Date | null }) {
  return {
    update: can(actor, 'custom-field:update') && !row.deleted_at,
    archive: can(actor, 'custom-field:archive') && !row.deleted_at,
    restore: can(actor, 'custom-field:archive') && row.deleted_at !== null,
  };
}
