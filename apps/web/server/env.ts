/** The only place where the web application reads the environment. */
export type WebEnv = {
  rootDomain: string;
  redisUrl: string | undefined;
  smtpUrl: string | undefined;
  mailFrom: string;
  rateLimitPerMinute: number;
  /** A real installation: no development mailbox, strict transport. */
  isProduction: boolean;
  /** The worker runs inside the server unless a process of its own does. */
  hasWorker: boolean;
};

export function readWebEnv(): WebEnv {
  const rateLimit = Number(process.env.AURA_RATE_LIMIT_PER_MINUTE ?? 100);
  if (!Number.isInteger(rateLimit) || rateLimit < 1)
    throw new Error('AURA_RATE_LIMIT_PER_MINUTE must be a whole number above 0.');
  return {
    rootDomain: readRootDomain(),
    redisUrl: process.env.REDIS_URL || undefined,
    smtpUrl: process.env.SMTP_URL || undefined,
    mailFrom: process.env.AURA_MAIL_FROM ?? 'Aura <no-reply@aura.localhost>',
    rateLimitPerMinute: rateLimit,
    isProduction: process.env.AURA_MODE !== 'development' && process.env.NODE_ENV === 'production',
    hasWorker: process.env.AURA_WORKER !== 'off',
  };
}

export function readRootDomain(): string {
  return process.env.AURA_ROOT_DOMAIN ?? 'aura.localhost:3000';
}

/** Next loads the instrumentation in every runtime; the worker belongs in Node's. */
export function isNodeServer(): boolean {
  return process.env.NEXT_RUNTIME === 'nodejs';
}

/** `next dev`: its refresh needs eval, which the content security policy otherwise refuses. */
export function isNextDevelopment(): boolean {
  return process.env.NODE_ENV === 'development';
}
