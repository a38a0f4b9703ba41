import path from 'node:path';

/** The only place where the browser tests read the environment; tooling/test-app.ts sets it. */
export type E2eEnv = {
  port: number;
  /** demo.json of the data directory that the server under test stands on. */
  demoFile: string;
  dataDir: string;
  chromium: string;
};

export function readE2eEnv(): E2eEnv {
  const demoFile = required('AURA_E2E_DEMO');
  return {
    port: Number(required('AURA_E2E_PORT')),
    demoFile,
    dataDir: path.dirname(demoFile),
    chromium: process.env['AURA_TEST_CHROMIUM'] ?? '/usr/bin/chromium',
  };
}

function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run these tests through script/test e2e.`);
  return value;
}

/** What a server of a test's own inherits: the machine's environment without this run's addresses. */
export function inheritedEnv(): NodeJS.ProcessEnv {
  const { DATABASE_URL: _database, REDIS_URL: _redis, AURA_ROOT_DOMAIN: _root, ...rest } = process.env;
  return rest;
}
