import { EVERYONE, type Permission, type Role } from '@aura/kernel';

/** Everyone has a dashboard; what is in it is decided by what they see. */
export const dashboardPermissions = { 'report:read': EVERYONE } as const satisfies Record<Permission, readonly Role[]>;
