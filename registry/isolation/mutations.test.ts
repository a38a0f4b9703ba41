import { testWorld } from '@aura/testkit';
import { playAttacks, setScene } from '@aura/testkit/isolation/attacks';
import { lintCatalogue } from '@aura/testkit/isolation/catalogue-lint';
import { MUTATIONS, RESTORE_ROLES } from '@aura/testkit/isolation/mutations';
import { findDifferences, twoTenantWorlds } from '@aura/testkit/isolation/two-worlds';
import { type OwnServer, startWorldServer } from '@aura/testkit/world-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { modules } from '../modules.ts';

// Roles are changed too, so this runs on a server of its own.
describe('gate 6: the gates go red', () => {
  let server: OwnServer;
  beforeAll(async () => {
    server = await startWorldServer('embedded');
  }, 120_000);
  afterAll(() => server?.stop());

  test.each(MUTATIONS)(
    'when $name',
    async ({ sql, caughtBy, attacks }) => {
      const red: number[] = [];
      const world = await testWorld({ modules, server });
      try {
        const scene = await setScene(world);
        await world.superuser.query(sql);
        if (caughtBy.includes(1) && (await lintCatalogue(world.superuser)).length > 0) red.push(1);
        if (caughtBy.includes(2) && (await playAttacks(world, scene, attacks)).length > 0) red.push(2);
        if (caughtBy.includes(3) && (await worldsDiffer(server, sql))) red.push(3);
      } finally {
        await world.superuser.query(RESTORE_ROLES);
        await world.close();
      }
      expect(red).toEqual(caughtBy);
    },
    120_000,
  );
});

async function worldsDiffer(server: OwnServer, sabotage: string): Promise<boolean> {
  const pair = await twoTenantWorlds({ modules, server, sabotage });
  try {
    const { differences } = await findDifferences(pair, {
      operations: 60,
      tables: /^crm\.contacts$/,
      seed: 6,
      roles: ['rep', 'manager'],
      foreignIds: [],
      emails: ['person1@look-alike.test'],
      mayInsertKnownIds: true,
    });
    return differences.length > 0;
  } finally {
    await pair.close();
  }
}
