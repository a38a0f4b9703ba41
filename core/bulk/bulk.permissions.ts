import { EVERYONE, type Permission, type Role } from '@aura/kernel';

/** What may be changed is each noun's own permission; these are about one's own bulk edits, and managers' about all. */
export const bulkPermissions = {
  'bulk-edit:read': EVERYONE,
  'bulk-edit:undo': EVERYONE,
} as const satisfies Record<Permission, readonly Role[]>;
