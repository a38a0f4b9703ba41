/** The web server's environment: this process's own, and what the bench wants. */
export function createEnv(options: { databaseUrl: string; secret: string; rootDomain: string }): NodeJS.ProcessEnv {
  return {
    ...process.env,
    AURA_MODE: 'development',
    NODE_ENV: 'production',
    NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --dns-result-order=ipv4first`,
    NEXT_TELEMETRY_DISABLED: '1',
    DATABASE_URL: options.databaseUrl,
    AURA_SECRET: options.secret,
    AURA_ROOT_DOMAIN: options.rootDomain,
    // Limits are for people; the bench asks as fast as it can.
    AURA_RATE_LIMIT_PER_MINUTE: '100000000',
    AURA_WORKER: 'off',
  };
}
