import { type Platform, router } from '@aura/api';
import type { Chore, JobDefinition, SubscriberDefinition } from '@aura/jobs';
import type { ConstraintMessage, NavigationItem, Role } from '@aura/kernel';
import { modules } from './modules.ts';

export { modules };

type Manifest = {
  id: string;
  permissions: Readonly<Record<string, readonly Role[]>>;
  routers?: Readonly<Record<string, Parameters<typeof router>[0][string]>>;
  jobs?: readonly JobDefinition<never>[];
  subscribers?: readonly SubscriberDefinition[];
  chores?: readonly Chore[];
  navigation?: readonly NavigationItem[];
  constraints?: Readonly<Record<string, ConstraintMessage>>;
  provision?: NonNullable<Platform['provisionHooks']>[number];
  reassign?: NonNullable<Platform['reassignHooks']>[number];
  hears?: NonNullable<Platform['eventHooks']>[number];
};
const manifests = modules as readonly unknown[] as readonly Manifest[];

/** Every procedure of every installed module, each under the name that its module gave it. */
export const appRouter = router(merge('routers'));

export const permissions: Readonly<Record<string, readonly Role[]>> = merge('permissions');
export const constraints: Readonly<Record<string, ConstraintMessage>> = merge('constraints');
export const jobs = manifests.flatMap((module) => module.jobs ?? []) as unknown as JobDefinition<unknown>[];
export const subscribers = manifests.flatMap((module) => module.subscribers ?? []);
export const chores = manifests.flatMap((module) => module.chores ?? []);
export const navigation = manifests.flatMap((module) => module.navigation ?? []).sort((a, b) => a.order - b.order);

/** What a new tenant starts with. */
export const provisionHooks = manifests.flatMap((module) => module.provision ?? []);

/** Hands the open records of a leaving member to another. */
export const reassignHooks = manifests.flatMap((module) => module.reassign ?? []);

/** What follows from events, in the transaction that emits them. */
export const eventHooks = manifests.flatMap((module) => module.hears ?? []);

const byRole = new Map<Role, ReadonlySet<string>>();

/** The permissions that a role has by default. */
export function permissionsOf(role: Role): ReadonlySet<string> {
  let known = byRole.get(role);
  if (!known) {
    known = new Set(Object.keys(permissions).filter((permission) => permissions[permission]?.includes(role)));
    byRole.set(role, known);
  }
  return known;
}

function merge<Key extends 'routers' | 'permissions' | 'constraints'>(key: Key): NonNullable<Manifest[Key]> {
  const merged: Record<string, unknown> = {};
  for (const module of manifests) {
    for (const [name, value] of Object.entries(module[key] ?? {})) {
      // A module that fails to fit stops the boot.
      if (name in merged) throw new Error(`Two modules name ${key} "${name}"; the second is ${module.id}.`);
      merged[name] = value;
    }
  }
  return merged as NonNullable<Manifest[Key]>;
}
