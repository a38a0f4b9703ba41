import { ADMINS, EVERYONE, type Permission, type Role } from '@aura/kernel';

/** Everyone exports what they see; each list asks for its own right to read too. */
export const exportPermissions = {
  'export:read': EVERYONE,
  'export:create': EVERYONE,
  'export:workspace': ADMINS,
} as const satisfies Record<Permission, readonly Role[]>;
