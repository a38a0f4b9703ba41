export const ACTIVITY_TYPES = ['call', 'email', 'meeting', 'note'] as const;
export type ActivityType = (typeof ACTIVITY_TYPES)[number];

/** Records that activities are about, and the column that links them. */
export const ACTIVITY_LINKS = { contact: 'contact_id', organization: 'organization_id', deal: 'deal_id' } as const;
export type ActivityLink = keyof typeof ACTIVITY_LINKS;

export function isActivityLink(entity: string): entity is ActivityLink {
  return entity in ACTIVITY_LINKS;
}
