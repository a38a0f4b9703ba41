import { EVERYONE, type Permission, type Role } from '@aura/kernel';

/** Everyone has reports and a dashboard; what is in them is decided by what they see. */
export const reportPermissions = { 'report:read': EVERYONE } as const satisfies Record<Permission, readonly Role[]>;
