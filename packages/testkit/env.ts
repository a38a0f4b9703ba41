/** Set by the test run's global setup: one server, one migrated database to copy. */
export function readTestEnv(): { adminUrl: string; superuserUrl: string; template: string; secret: string } {
  const {
    AURA_TEST_ADMIN_URL: adminUrl,
    AURA_TEST_SUPERUSER_URL: superuserUrl,
    AURA_TEST_TEMPLATE: template,
    AURA_TEST_SECRET: secret,
  } = process.env;
  if (!adminUrl || !superuserUrl || !template || !secret)
    throw new Error('Run database tests through vitest from the root: script/test <path>');
  return { adminUrl, superuserUrl, template, secret };
}

const OPERATIONS = 600;
const SEED = 20_261_121;

export function readIsolationEnv(): { isCi: boolean; operations: number; seed: number } {
  return {
    isCi: process.env['CI'] === 'true',
    operations: Number(process.env['AURA_TEST_OPERATIONS'] ?? OPERATIONS),
    seed: Number(process.env['AURA_TEST_SEED'] ?? SEED),
  };
}
