/** The only place where this package reads the environment. */
export type DatabaseEnv = { databaseUrl: string; secret: string; isPooled: boolean; poolSize: number };

export function readDatabaseEnv(): DatabaseEnv {
  const databaseUrl = process.env.DATABASE_URL;
  const secret = process.env.AURA_SECRET;
  if (!databaseUrl || !secret) throw new Error('DATABASE_URL and AURA_SECRET are required: script/server sets both.');
  return {
    databaseUrl,
    secret,
    // A transaction pooler (pgbouncer, Supavisor) cannot keep named statements.
    isPooled: process.env.DATABASE_POOLER === 'transaction',
    poolSize: Number(process.env.DATABASE_POOL_SIZE ?? 10),
  };
}
