import { testWorld, type World } from '@aura/testkit';
import { playAttacks, setScene } from '@aura/testkit/isolation/attacks';
import { lintCatalogue } from '@aura/testkit/isolation/catalogue-lint';
import { fuzzPool } from '@aura/testkit/isolation/pool-fuzz';
import { isCi } from '@aura/testkit/isolation/settings';
import { isInstalled } from '@aura/testkit/servers';
import { type OwnServer, startWorldServer } from '@aura/testkit/world-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { modules } from '../modules.ts';

const isHere = isInstalled('postgres') && isInstalled('pgbouncer');

test('PostgreSQL 15 and PgBouncer are installed where it counts', () => {
  expect(isHere || !isCi()).toBe(true);
});

describe.runIf(isHere)('PostgreSQL 15 behind PgBouncer in transaction mode', () => {
  let server: OwnServer;
  let world: World;
  beforeAll(async () => {
    server = await startWorldServer('debian-pooled');
    world = await testWorld({ modules, server, poolSize: 6 });
  }, 120_000);
  afterAll(async () => {
    await world?.close();
    await server?.stop();
  });

  test('gate 1: the catalogue breaks no rule', async () => {
    expect((await lintCatalogue(world.superuser)).map(({ rule, object }) => `${rule} ${object}`)).toEqual([]);
  });

  test('the API answers every role: lists of all kinds, and a write of each', async () => {
    for (const person of [world.acme.admin, world.acme.manager, world.acme.rep]) {
      const { rest } = world.as(person);
      const created = await rest('POST', '/organizations', { body: { name: `Of ${person.name}` } });
      expect(created.status).toBe(201);
      expect((await rest('GET', '/organizations')).body).toMatchObject({ items: expect.any(Array) });
    }
    expect((await world.as(world.globex.admin).rest('GET', '/organizations')).body).toMatchObject({ items: [] });
  });

  test('gate 2: attacks through the pooler', async () => {
    expect(await playAttacks(world, await setScene(world))).toEqual([]);
  }, 180_000);

  test('gate 4: requests that share its connections', async () => {
    const report = await fuzzPool(world, { requests: 400, concurrency: 12, seed: 15 });
    expect(report.failures).toEqual([]);
  }, 120_000);
});
