import type { PlainDb } from '@aura/db';
import { hashPassword, verifyPassword } from './password.ts';

export type User = { id: string; email: string; name: string };

/** The person of this address with the hash of their password, if they have one. */
export function findUser(identity: PlainDb, email: string) {
  return identity
    .selectFrom('identity.users')
    .select(['id', 'email', 'name', 'password_hash as passwordHash'])
    .where('email_norm', '=', email.toLowerCase())
    .executeTakeFirst();
}

export type NewUser = { email: string; name: string; password?: string; isVerified?: boolean; now: Date };

/** A person who can sign in; without a password only after a reset or an invitation. */
export async function createUser(
  identity: PlainDb,
  { email, name, password, isVerified = false, now }: NewUser,
): Promise<User> {
  const passwordHash = password === undefined ? null : await hashPassword(password);
  return identity
    .insertInto('identity.users')
    .values({ email, name, password_hash: passwordHash, email_verified_at: isVerified ? now : null })
    .returning(['id', 'email', 'name'])
    .executeTakeFirstOrThrow();
}

/** Whether it is this person's password. Takes as long when there is no such person. */
export function hasPassword(user: { passwordHash: string | null } | undefined, password: string): Promise<boolean> {
  return verifyPassword(password, user?.passwordHash ?? null);
}

/** One row for each name, in one statement: people without a password, for imports. Known addresses keep their account. */
export async function ensureUsers(
  identity: PlainDb,
  people: readonly { email: string; name: string }[],
): Promise<User[]> {
  if (people.length === 0) return [];
  await identity
    .insertInto('identity.users')
    .values(people.map(({ email, name }) => ({ email, name })))
    .onConflict((conflict) => conflict.column('email_norm').doNothing())
    .execute();
  return identity
    .selectFrom('identity.users')
    .select(['id', 'email', 'name'])
    .where(
      'email_norm',
      'in',
      people.map(({ email }) => email.toLowerCase()),
    )
    .execute();
}
