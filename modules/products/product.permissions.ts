import { type Actor, can, EVERYONE, MANAGERS, type Permission, type Role } from '@aura/kernel';

/** Everyone sells from the catalogue; managers keep it. */
export const productPermissions = {
  'product:read': EVERYONE,
  'product:create': MANAGERS,
  'product:update': MANAGERS,
  'product:archive': MANAGERS,
} as const satisfies Record<Permission, readonly Role[]>;

export function productAbilities(actor: Actor, row: { deleted_at: Date | null }) {
  const isLive = row.deleted_at === null;
  return {
    update: isLive && can(actor, 'product:update'),
    archive: isLive && can(actor, 'product:archive'),
    restore: !isLive && can(actor, 'product:archive'),
  };
}
