import { ADMINS, MANAGERS, type Permission, type Role } from '@aura/kernel';

/** A file holds records of everyone, so importing is for those who see everyone's. Each entity asks for its own right too. */
export const importPermissions = {
  'import:read': MANAGERS,
  'import:create': MANAGERS,
  'import:undo': MANAGERS,
  'import:workspace': ADMINS,
} as const satisfies Record<Permission, readonly Role[]>;
