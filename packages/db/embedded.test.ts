import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDatabase, databaseNames, dropDatabase, withConnection } from './databases.ts';
import { type Embedded, startEmbedded } from './embedded.ts';

const settings = { fsync: 'off' };
const root = mkdtempSync(path.join(tmpdir(), 'aura-embedded-'));
const dir = path.join(root, 'postgres');

function ask(url: string, query: string): Promise<unknown[]> {
  return withConnection(url, async (client) => {
    const { rows } = await client.query<unknown[]>({ text: query, rowMode: 'array' });
    return rows.map((row) => row[0]);
  });
}

describe('the embedded PostgreSQL', () => {
  let server: Embedded;

  beforeAll(async () => {
    // mkdtemp makes 0700; root's PostgreSQL user must be able to pass through.
    chmodSync(root, 0o755);
    server = await startEmbedded({ dir, settings });
  }, 60_000);

  afterAll(async () => {
    await server.stop();
    rmSync(root, { recursive: true, force: true });
  });

  it('migrates as a role that is no superuser and cannot bypass row security', async () => {
    const rights =
      "select concat_ws(' ', rolsuper, rolbypassrls, rolcreaterole, rolcreatedb) from pg_roles where rolname = current_user";
    expect(await ask(server.adminUrl, rights)).toEqual(['f f t t']);
    expect(await ask(server.adminUrl, 'select current_database()')).toEqual(['aura']);
  });

  it('refuses a connection without the right password', async () => {
    const url = new URL(server.superuserUrl);
    url.password = 'wrong';
    await expect(ask(url.href, 'select 1')).rejects.toMatchObject({ code: '28P01' });
  });

  it('listens on loopback only and keeps its password to its owner', async () => {
    expect(await ask(server.superuserUrl, "select current_setting('listen_addresses')")).toEqual(['127.0.0.1']);
    expect(statSync(path.join(server.dir, 'superuser.password')).mode & 0o777).toBe(0o600);
  });

  it('starts one server when two ask at the same time', async () => {
    const twice = path.join(root, 'twice');
    const [first, second] = await Promise.all([
      startEmbedded({ dir: twice, settings }),
      startEmbedded({ dir: twice, settings }),
    ]);
    expect(second.adminUrl).toBe(first.adminUrl);
    await first.stop();
    await second.stop();
  }, 60_000);

  it('copies a database as the plain role', async () => {
    await ask(await createDatabase(server.adminUrl, 'original'), 'create table copied as select 7 as answer');
    const copy = await createDatabase(server.adminUrl, 'copy', 'original');
    expect(await ask(copy, 'select answer from copied')).toEqual([7]);
    await dropDatabase(server.adminUrl, 'copy');
    expect(await databaseNames(server.adminUrl)).not.toContain('copy');
  }, 60_000);

  it('joins the server that already runs on the folder', async () => {
    const second = await startEmbedded({ dir, settings });
    expect(second.port).toBe(server.port);
    expect(second.adminUrl).toBe(server.adminUrl);
  });

  it('comes back with its data after the server was killed', async () => {
    await ask(server.adminUrl, 'create table kept as select 42 as answer');
    const pid = Number(readFileSync(path.join(server.dir, 'cluster/postmaster.pid'), 'utf8').split('\n')[0]);
    // A checkpoint, because with fsync off only flushed data is promised to survive.
    await ask(server.superuserUrl, 'checkpoint');
    process.kill(pid, 'SIGKILL');
    server = await startEmbedded({ dir, settings });
    expect(await ask(server.adminUrl, 'select answer from kept')).toEqual([42]);
  }, 60_000);

  it.runIf(process.getuid?.() === 0)(
    'keeps its data elsewhere when root hides the folder from other users',
    async () => {
      mkdirSync(path.join(root, 'hidden'), { mode: 0o700 });
      const hidden = await startEmbedded({ dir: path.join(root, 'hidden/postgres'), settings });
      await hidden.stop();
      expect(path.dirname(hidden.dir)).toBe('/var/tmp');
      rmSync(hidden.dir, { recursive: true, force: true });
    },
    60_000,
  );

  it('says why it cannot start', async () => {
    const other = path.join(root, 'broken');
    const start = startEmbedded({ dir: other, settings: { fsync: 'off', shared_buffers: 'nonsense' } });
    await expect(start).rejects.toThrow(/shared_buffers/);
  }, 60_000);
});
