import { testWorld, type World } from '@aura/testkit';
import { setScene } from '@aura/testkit/isolation/attacks';
import { fuzzPool } from '@aura/testkit/isolation/pool-fuzz';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { modules } from '../modules.ts';

describe('gate 4: two tenants on two connections', () => {
  let world: World;
  beforeAll(async () => {
    world = await testWorld({ modules, poolSize: 2 });
    await setScene(world);
  });
  afterAll(() => world.close());

  test('every answer has its own tenant’s rows only', async () => {
    const report = await fuzzPool(world, { requests: 800, concurrency: 12, seed: 4 });
    expect(report.failures).toEqual([]);
    expect(Object.keys(report.counts).length).toBe(8);
  }, 120_000);
});
