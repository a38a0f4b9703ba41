import type { Permission, Role } from './actor.ts';
import type { AppErrorOptions, ErrorCode } from './app-error.ts';

/** What a broken constraint means to the person who broke it. */
export type ConstraintMessage = { code: ErrorCode } & Pick<AppErrorOptions, 'reason' | 'detail' | 'field'>;

export type NavigationItem = { href: `/${string}`; label: string; icon: string; permission: Permission; order: number };

/** A module's manifest: everything that the platform derives from it. Types of routers and jobs are the packages' own. */
export type ModuleManifest<Router = unknown, Job = unknown, Subscriber = unknown, SeedContext = never> = {
  id: string;
  dependsOn: readonly string[];
  /** Permissions with the roles that have them by default. */
  permissions: Readonly<Record<Permission, readonly Role[]>>;
  /** Mounted under the module's own name in the API. */
  routers?: Readonly<Record<string, Router>>;
  jobs?: readonly Job[];
  subscribers?: readonly Subscriber[];
  /** How its records are brought in from files; the type is @aura/exchange's. */
  importers?: readonly unknown[];
  /** How its records are taken out into files; the type is @aura/exchange's. */
  exporters?: readonly unknown[];
  /** Its tables in the archive of a workspace; the type is @aura/exchange's. */
  archives?: readonly unknown[];
  /** How many of its records are changed at once; the type is @aura/bulk's. */
  bulkEditors?: readonly unknown[];
  /** What follows from other modules' events, in their own transaction; the type is @aura/api's EventHook. */
  hears?: unknown;
  navigation?: readonly NavigationItem[];
  /** Named constraints of the module's tables, in the person's words. */
  constraints?: Readonly<Record<string, ConstraintMessage>>;
  /** What a new tenant starts with (a default pipeline); runs in the tenant's own context as its first admin. */
  provision?: (context: SeedContext) => Promise<void>;
  /** Hands a leaving member's open records to a colleague, in the transaction that deactivates the member; answers how many. */
  reassign?: (context: SeedContext, change: { fromUserId: string; toUserId: string }) => Promise<number>;
};

export function defineModule<const M extends ModuleManifest>(manifest: M): M {
  return manifest;
}

export const EVERYONE = ['admin', 'manager', 'sales_rep'] as const satisfies readonly Role[];
export const MANAGERS = ['admin', 'manager'] as const satisfies readonly Role[];
export const ADMINS = ['admin'] as const satisfies readonly Role[];
