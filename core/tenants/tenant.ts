/** F1.6: where a tenant's life may go from each status. */
export const TENANT_STATUSES = ['prospect', 'pending', 'active', 'suspended', 'deleted'] as const;
export type TenantStatus = (typeof TENANT_STATUSES)[number];

const TRANSITIONS: Record<TenantStatus, readonly TenantStatus[]> = {
  prospect: ['pending', 'deleted'],
  pending: ['active', 'deleted'],
  active: ['suspended', 'deleted'],
  suspended: ['active', 'deleted'],
  deleted: [],
};

export function canMoveTo(from: TenantStatus, to: TenantStatus): boolean {
  return TRANSITIONS[from].includes(to);
}

// Hosts of our own, and names that a visitor would take for ours.
const RESERVED = new Set(
  `www console app api admin administrator mail email smtp imap pop ftp status help static assets cdn auth login
  logout signin signup account accounts support billing payment docs doc blog dev test staging stage demo-admin root
  system aura auracrm security legal privacy terms about careers jobs contact home portal dashboard internal ops
  operator operators ns ns1 ns2 mx webmail autodiscover autoconfig localhost well-known sso oauth id identity`.split(
    /\s+/,
  ),
);

const SLUG = /^[a-z0-9](?:[a-z0-9-]{1,38}[a-z0-9])$/;

export type SlugProblem = { reason: 'format' | 'reserved' | 'taken'; message: string };

/** Why this cannot be a workspace's address; null when it can, as far as its form goes. */
export function slugProblem(slug: string): SlugProblem | null {
  // Two hyphens are how browsers write international names (xn--): they would show something else.
  if (!SLUG.test(slug) || slug.includes('--')) {
    return {
      reason: 'format',
      message: 'Use 3 to 40 lower-case letters, digits and single hyphens, for example acme-sales',
    };
  }
  return RESERVED.has(slug) ? { reason: 'reserved', message: 'This address is reserved. Choose another' } : null;
}

/** Addresses near the wanted one, most alike first; whether they are free is for the database to say. */
export function slugCandidates(wanted: string): string[] {
  const plain = wanted
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\u0300-\u036f]/g, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 30)
    .replace(/-+$/, '');
  const base = plain.length >= 2 ? plain : `team-${plain}`.replace(/-$/, '');
  const candidates = [base, `${base}-sales`, `${base}-hq`, `${base}-team`, `${base}-crm`, `${base}-2`, `${base}-3`];
  return candidates.filter((slug) => slug !== wanted && slugProblem(slug) === null);
}
