import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '@aura/db/embedded';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashSources } from './build.ts';
import { companyOfDemo, describeLogins, type Login, rememberLogins } from './demo.ts';
import { readOptions } from './options.ts';
import { readSecret } from './secret.ts';
import { isPortTaken, serve, waitUntilReady } from './serve.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'aura-start-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function write(file: string, text: string): string {
  const full = path.join(dir, file);
  mkdirSync(path.dirname(full), { recursive: true });
  writeFileSync(full, text);
  return full;
}

describe('the options', () => {
  it('default to port 3000, .data and the demo', () => {
    expect(readOptions([])).toMatchObject({
      port: 3000,
      seedKind: 'demo',
      dataDir: expect.stringMatching(/\/\.data$/),
    });
  });

  it.each([
    [['--port', '0'], /--port 0/],
    [['--port', 'abc'], /--port abc/],
    [['--seed', 'some'], /--seed some/],
    [['--colour'], /--colour/],
  ])('refuse %j', (args, message) => {
    expect(() => readOptions(args)).toThrow(message);
  });
});

describe('the secret', () => {
  it('is made once, long, and readable by its owner alone', () => {
    const secret = readSecret(dir, undefined);
    expect(secret.length).toBeGreaterThanOrEqual(43);
    expect(readSecret(dir, undefined)).toBe(secret);
    expect(statSync(path.join(dir, 'secrets.json')).mode & 0o777).toBe(0o600);
  });

  it('is not written when the environment gives it', () => {
    expect(readSecret(dir, 'given')).toBe('given');
    expect(existsSync(path.join(dir, 'secrets.json'))).toBe(false);
  });
});

describe('the build', () => {
  it('depends on the content of sources and of nothing else', () => {
    const page = write('apps/web/app/page.tsx', 'one');
    const before = hashSources(dir);
    write('apps/web/.next/page.ts', 'built');
    write('apps/web/next-env.d.ts', 'written by the build');
    write('modules/deals/deal.test.ts', 'a test');
    write('modules/deals/node_modules/x/index.ts', 'foreign');
    write('apps/web/start/serve.ts', 'the starter');
    chmodSync(page, 0o600);
    expect(hashSources(dir)).toBe(before);
    write('modules/deals/deal.ts', 'new');
    expect(hashSources(dir)).not.toBe(before);
  });
});

describe('the company of the site', () => {
  it('is the example in the demo, and nothing else ever is', () => {
    const { AURA_COMPANY_FILE: file = '' } = companyOfDemo(readOptions([]));
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ isExample: true });
    expect(companyOfDemo(readOptions(['--seed', 'none']))).toEqual({});
  });
});

describe('the demo logins', () => {
  const login: Login = {
    tenant: 'acme',
    origin: 'http://acme.aura.localhost:3000',
    email: 'a@acme.test',
    password: 'p',
    role: 'admin',
  };

  it('survive a start that seeds nothing', () => {
    expect(rememberLogins(dir, [])).toEqual([]);
    rememberLogins(dir, [login]);
    expect(rememberLogins(dir, [])).toEqual([login]);
    expect(JSON.parse(readFileSync(path.join(dir, 'demo.json'), 'utf8'))).toEqual([login]);
  });

  it('are printed as a table', () => {
    expect(describeLogins([login, { ...login, email: 'longer@acme.test' }]).split('\n')).toHaveLength(2);
  });
});

describe('the web server', () => {
  const standIn = `
    const [port, wanted] = process.argv.slice(2);
    process.on('SIGTERM', () => process.exit(0));
    if (wanted === 'crash') setTimeout(() => process.exit(3), 100);
    else require('node:http').createServer((request, response) => {
      const isReady = request.url === '/api/health/ready' && request.headers.host === 'aura.localhost:1';
      response.writeHead(isReady ? 200 : 503).end();
    }).listen(Number(port), '127.0.0.1');`;

  it('is ready when the root host says so, and stops when asked', async () => {
    const port = await freePort();
    const served = serve({
      program: write('server.cjs', standIn),
      args: [String(port)],
      env: { NODE_ENV: 'test' },
      cwd: dir,
    });
    await waitUntilReady(served, { port, host: 'aura.localhost:1' });
    expect(await isPortTaken(port)).toBe(true);
    await served.stop();
    expect(await served.ended).toBe('exit code 0');
    expect(await isPortTaken(port)).toBe(false);
  });

  it('reports that it ended while starting', async () => {
    const port = await freePort();
    const served = serve({
      program: write('server.cjs', standIn),
      args: [String(port), 'crash'],
      env: { NODE_ENV: 'test' },
      cwd: dir,
    });
    await expect(waitUntilReady(served, { port, host: 'aura.localhost:1' })).rejects.toThrow(/exit code 3/);
  });

  it('sees a port that is taken', async () => {
    const other: Server = createServer();
    const port = await freePort();
    await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve));
    expect(await isPortTaken(port)).toBe(true);
    await new Promise((resolve) => other.close(resolve));
  });
});
