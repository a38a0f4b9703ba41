/** The only place where this package reads the environment: for the command line, which runs outside the server. */
export function readCommandEnv(): { databaseUrl: string | undefined; secret: string | undefined } {
  return { databaseUrl: process.env['DATABASE_URL'] || undefined, secret: process.env['AURA_SECRET'] || undefined };
}
