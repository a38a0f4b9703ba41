import type { PlainDb } from '@aura/db';
import { verifyPassword } from './password.ts';

/** How a provider names a person. */
export type Identification = { provider: string; issuer: string; subject: string };

/** Answers one question: who is this? Sessions, tenants, roles and codes are the application's own. */
export type IdentityProvider = {
  /** Null when nobody is known by this proof. Takes as long for an unknown address as for a wrong password. */
  identify(proof: { email: string; password: string }): Promise<Identification | null>;
};

const BUILT_IN = 'built-in';

/** People and their argon2id hashes in our own PostgreSQL. `verify` is replaced by tests that count the work. */
export function createBuiltInProvider(
  identity: PlainDb,
  verify: typeof verifyPassword = verifyPassword,
): IdentityProvider {
  return {
    identify: async ({ email, password }) => {
      const user = await identity
        .selectFrom('identity.users')
        .select(['id', 'password_hash'])
        .where('email_norm', '=', email.toLowerCase())
        .executeTakeFirst();
      const isRight = await verify(password, user?.password_hash ?? null);
      return user && isRight ? { provider: BUILT_IN, issuer: BUILT_IN, subject: user.id } : null;
    },
  };
}

/** The person's own id here. Matched by provider, issuer and subject; never by e-mail. */
export async function userIdOf(
  identity: PlainDb,
  { provider, issuer, subject }: Identification,
): Promise<string | null> {
  // The built-in provider's subjects are our own ids.
  if (provider === BUILT_IN) return subject;
  const known = await identity
    .selectFrom('identity.identities')
    .select('user_id')
    .where('provider', '=', provider)
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst();
  return known?.user_id ?? null;
}
