import { connect } from 'node:net';
import { createDatabase, urlOf, withConnection } from '@aura/db/databases';
import { describe, expect, it } from 'vitest';
import { isInstalled, startDebianPostgres, startPgbouncer, startRedis } from './servers.ts';

function ask(url: string, query: string): Promise<unknown> {
  return withConnection(url, async (client) => {
    const { rows } = await client.query<unknown[]>({ text: query, rowMode: 'array' });
    return rows[0]?.[0];
  });
}

describe.runIf(isInstalled('postgres'))('PostgreSQL 15', () => {
  it('runs with the plain administrator of a managed service', async () => {
    const server = await startDebianPostgres();
    expect(await ask(server.url, 'show server_version_num')).toMatch(/^15/);
    expect(await ask(server.url, 'select rolsuper from pg_roles where rolname = current_user')).toBe(false);
    await server.stop();
    await expect(ask(server.url, 'select 1')).rejects.toThrow(/ECONNREFUSED/);
  }, 60_000);

  it.runIf(isInstalled('pgbouncer'))(
    'is reached by any of its roles through a transaction pooler',
    async () => {
      const server = await startDebianPostgres();
      const pooler = await startPgbouncer({ backend: server.superuserUrl, poolMode: 'transaction' });
      await createDatabase(server.url, 'pooled');
      const { port } = new URL(pooler.url);
      const asAdmin = Object.assign(new URL(urlOf(server.url, 'pooled')), { port }).href;
      expect(await ask(asAdmin, 'select current_user')).toBe('aura_admin');
      const wrong = Object.assign(new URL(asAdmin), { password: 'wrong' }).href;
      await expect(ask(wrong, 'select 1')).rejects.toThrow(/SASL|password/);
      await pooler.stop();
      await server.stop();
    },
    60_000,
  );
});

describe.runIf(isInstalled('redis'))('Redis', () => {
  it('answers on loopback', async () => {
    const server = await startRedis();
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
    socket.write('PING\r\n');
    const answer = await new Promise<Buffer>((resolve) => socket.once('data', resolve));
    expect(answer.toString()).toBe('+PONG\r\n');
    socket.destroy();
    await server.stop();
  });
});
