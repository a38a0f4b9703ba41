import { type Actor, ADMINS, can, EVERYONE, type Permission, type Role } from '@aura/kernel';

export const pipelinePermissions = {
  'pipeline:read': EVERYONE,
  'pipeline:create': ADMINS,
  'pipeline:update': ADMINS,
  'pipeline:archive': ADMINS,
} as const satisfies Record<Permission, readonly Role[]>;

export function pipelineAbilities(actor: Actor, row: { archived_at: Date | null; is_default: boolean }) {
  const isLive = row.archived_at === null;
  return {
    update: isLive && can(actor, 'pipeline:update'),
    archive: isLive && !row.is_default && can(actor, 'pipeline:archive'),
    restore: !isLive && can(actor, 'pipeline:archive'),
  };
}
