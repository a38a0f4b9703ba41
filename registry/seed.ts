import type { Logger } from '@aura/api';
import type { Login } from './demo/login.ts';
import { seedTenant } from './demo/seed-tenant.ts';
import { openPlatform } from './platform.ts';

export type SeedKind = 'demo' | 'none' | 'large';
export type SeedOptions = { kind: SeedKind; adminUrl: string; secret: string; rootDomain: string; port: number };

// Look-alikes on purpose: a row of one in a page of the other would be easy to overlook, and tests look for it.
const TENANTS = ['acme', 'globex'] as const;
const DEALS: Record<Exclude<SeedKind, 'none'>, number> = { demo: 130, large: 4_000 };

const quiet: Logger = {
  info: () => undefined,
  warn: (event, fields) => console.warn(event, fields ?? ''),
  error: (event, fields) => console.error(event, fields ?? ''),
};

/**
 * Fills an empty database with two workspaces of half a year's business and answers their logins; answers nothing when
 * there is any other workspace. What an interrupted seed left behind is completed by the next.
 */
export async function seed({ kind, adminUrl, secret, rootDomain }: SeedOptions): Promise<Login[]> {
  if (kind === 'none') return [];
  const platform = openPlatform({
    database: { databaseUrl: adminUrl, secret, isPooled: false, poolSize: 4 },
    rootDomain,
    mailFrom: 'Aura <no-reply@aura.localhost>',
    rateLimitPerMinute: 1_000_000,
    isProduction: false,
    logger: quiet,
  });
  try {
    const tenants = await platform.identity.selectFrom('core.tenants').select(['slug', 'settings']).execute();
    const isSeeding = (settings: unknown): boolean => (settings as { demo?: string }).demo === 'seeding';
    if (tenants.some(({ slug, settings }) => !(TENANTS as readonly string[]).includes(slug) || !isSeeding(settings)))
      return [];
    const logins: Login[] = [];
    for (const slug of TENANTS) logins.push(...(await seedTenant(platform, { slug, dealCount: DEALS[kind] })));
    await platform.identity.updateTable('identity.users').set({ email_verified_at: platform.clock() }).execute();
    await platform.identity.updateTable('core.tenants').set({ settings: '{}' }).execute();
    return logins;
  } finally {
    await platform.close();
  }
}
