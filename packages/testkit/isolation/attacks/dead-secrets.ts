export type Death = { session?: string; credential?: string; kind?: string; member?: string; tenant?: string };

/** Secrets that stood for a session once, by what became of it. */
export const DEAD: Record<string, Death> = {
  'a session that is revoked': { session: `revoked_at = now()` },
  'a session that is expired': { session: `expires_at = now() - interval '1 second'` },
  'a session beyond its absolute end': { session: `ends_at = now() - interval '1 second'` },
  'an expired credential': { credential: `now() - interval '1 second'` },
  'a refresh token': { kind: 'refresh' },
  'a deactivated member': { member: 'deactivated' },
  'a member who has not accepted': { member: 'invited' },
  'a suspended tenant': { tenant: 'suspended' },
  'a tenant that is deleted': { tenant: 'deleted' },
  'a tenant that waits for its contract': { tenant: 'pending' },
};
