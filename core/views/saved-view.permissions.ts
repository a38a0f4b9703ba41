import { type Actor, can, EVERYONE, type Permission, type Role } from '@aura/kernel';
import type { Visibility } from './saved-view.ts';

/** Everyone keeps views of their own, and may share them; whose they may change is said below. */
export const savedViewPermissions = {
  'saved-view:read': EVERYONE,
  'saved-view:create': EVERYONE,
  'saved-view:update': EVERYONE,
  'saved-view:archive': EVERYONE,
} as const satisfies Record<Permission, readonly Role[]>;

type Kept = { owner_id: string; visibility: string; deleted_at: Date | null };

/** Its owner changes a view; a shared one also managers and admins, because everyone works with it. */
export function canKeepView(actor: Actor, { owner_id, visibility }: Kept): boolean {
  return owner_id === actor.userId || (visibility === ('shared' satisfies Visibility) && actor.role !== 'sales_rep');
}

export function savedViewAbilities(actor: Actor, row: Kept) {
  const mayKeep = canKeepView(actor, row);
  const isArchived = row.deleted_at !== null;
  return {
    update: mayKeep && !isArchived && can(actor, 'saved-view:update'),
    share: row.owner_id === actor.userId && !isArchived && can(actor, 'saved-view:update'),
    archive: mayKeep && !isArchived && can(actor, 'saved-view:archive'),
    restore: mayKeep && isArchived && can(actor, 'saved-view:archive'),
  };
}
