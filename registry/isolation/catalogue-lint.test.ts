import { testWorld, type World } from '@aura/testkit';
import { findIdleExceptions, lintCatalogue, RULES } from '@aura/testkit/isolation/catalogue-lint';
import { PLANTED_DEFECTS } from '@aura/testkit/isolation/planted-defects';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { modules } from '../modules.ts';

describe('gate 1: the catalogue', () => {
  let world: World;
  beforeAll(async () => {
    world = await testWorld({ modules });
  });
  afterAll(() => world.close());

  const lint = async (): Promise<string[]> =>
    (await lintCatalogue(world.superuser)).map(({ rule, object, sentence }) => `${rule} ${object}: ${sentence}`);

  test('breaks no rule', async () => {
    expect(await lint()).toEqual([]);
  });

  test('needs every exception, and every definer function on the list', async () => {
    expect(await findIdleExceptions(world.superuser)).toEqual([]);
  });

  test('every rule has a planted defect', () => {
    const planted = new Set(PLANTED_DEFECTS.map(({ rule }) => rule));
    expect(RULES.map(({ id }) => id).filter((id) => !planted.has(id))).toEqual([]);
  });

  test.each(PLANTED_DEFECTS)('catches $rule: $object', async ({ rule, object, plant }) => {
    const client = await world.superuser.connect();
    try {
      await client.query('begin');
      const before = new Set((await lintCatalogue(client)).map(title));
      await client.query(plant);
      const found = await lintCatalogue(client);
      expect(found.map(title).filter((finding) => !before.has(finding))).toEqual([`${rule} ${object}`]);
    } finally {
      // Roles belong to the whole server, so a planted defect is never committed.
      await client.query('rollback');
      client.release();
    }
  });
});

const title = ({ rule, object }: { rule: string; object: string }): string => `${rule} ${object}`;
