export const ROLES = ['admin', 'manager', 'sales_rep'] as const;
export type Role = (typeof ROLES)[number];

/** `noun:verb`, declared by a module with the roles that have it by default. */
export type Permission = `${string}:${string}`;

/** Who is asking: an active member of one tenant, through one live session. */
export type Actor = {
  readonly tenantId: string;
  readonly userId: string;
  readonly sessionId: string;
  readonly role: Role;
  readonly name: string;
  readonly email: string;
  /** The role's permissions, narrowed to an API key's scopes. */
  readonly permissions: ReadonlySet<string>;
};

export function can(actor: Actor, permission: Permission): boolean {
  return actor.permissions.has(permission);
}

/** Admins and managers see every record of their tenant (F9.3). The database decides the same by its own means. */
export function seesAll(actor: Actor): boolean {
  return actor.role !== 'sales_rep';
}
