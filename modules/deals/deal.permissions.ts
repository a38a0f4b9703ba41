import { type Actor, can, EVERYONE, MANAGERS, type Permission, type Role, seesAll } from '@aura/kernel';

export const dealPermissions = {
  'deal:read': EVERYONE,
  'deal:create': EVERYONE,
  'deal:update': EVERYONE,
  'deal:archive': EVERYONE,
  'deal:escalate': EVERYONE,
  'deal:resolve': MANAGERS,
  'escalation:read': EVERYONE,
  'escalation:answer': MANAGERS,
  'deal:assign': MANAGERS,
  'deal:share': MANAGERS,
} as const satisfies Record<Permission, readonly Role[]>;

type Row = { owner_id: string; deleted_at: Date | null };
type FullRow = Row & { escalated_at: Date | null };

const isOwnOrAll = (actor: Actor, row: Row): boolean => seesAll(actor) || row.owner_id === actor.userId;

/** Who sees a deal works on it: its owner, collaborators, those it was shared with, managers. */
export const canUpdateDeal = (actor: Actor, row: Row): boolean => can(actor, 'deal:update') && !row.deleted_at;

/** Ending a deal's life, and opening it to others, is its owner's and the managers'. */
export const canArchiveDeal = (actor: Actor, row: Row): boolean => can(actor, 'deal:archive') && isOwnOrAll(actor, row);

export const canNameCollaborators = (actor: Actor, row: Row): boolean =>
  canUpdateDeal(actor, row) && isOwnOrAll(actor, row);

export const canAssignDeal = (actor: Actor): boolean => can(actor, 'deal:assign') && seesAll(actor);

export const canShareDeal = (actor: Actor): boolean => can(actor, 'deal:share') && seesAll(actor);

export const canResolveDeal = (actor: Actor): boolean => can(actor, 'deal:resolve') && seesAll(actor);

export function dealAbilities(actor: Actor, row: FullRow) {
  const isLive = row.deleted_at === null;
  return {
    update: canUpdateDeal(actor, row),
    archive: isLive && canArchiveDeal(actor, row),
    restore: !isLive && canArchiveDeal(actor, row),
    changeOwner: isLive && canAssignDeal(actor),
    share: isLive && canShareDeal(actor),
    nameCollaborators: canNameCollaborators(actor, row),
    escalate: isLive && can(actor, 'deal:escalate'),
    resolve: isLive && row.escalated_at !== null && canResolveDeal(actor),
  };
}
