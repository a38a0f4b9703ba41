import { testWorld, type World } from '@aura/testkit';
import { readActivityOf } from '@aura/testkit/isolation/activity';
import { playAttacks, type Scene, setScene } from '@aura/testkit/isolation/attacks';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { modules } from '../modules.ts';

describe('gate 2: attacks under the application’s own login', () => {
  let world: World;
  let scene: Scene;
  beforeAll(async () => {
    world = await testWorld({ modules });
    scene = await setScene(world);
  });
  afterAll(() => world.close());

  test('each gets what the list says, sees nothing of the other tenant and changes nothing of it', async () => {
    expect(await playAttacks(world, scene)).toEqual([]);
  }, 120_000);

  test('a violation logged for a forged tenant is unverified, and shown to nobody', async () => {
    const { tenant, admin } = world.globex;
    await world.appPool.query('select audit.log_violation($1, $2, $3, $4, $5, $6)', [
      tenant.id,
      world.acme.rep.token,
      'forged',
      '42501',
      null,
      'attack',
    ]);
    const { rows } = await world.superuser.query(
      `select verified, tenant_id, user_id from audit.violations where kind = 'forged'`,
    );
    expect(rows).toEqual([{ verified: false, tenant_id: null, user_id: null }]);
    for (const person of [admin, world.acme.admin]) {
      const { items } = await world.as(person).api.audit.violations({});
      expect(items.filter((item: { kind: string }) => item.kind === 'forged')).toEqual([]);
    }
  });

  test('pg_stat_activity shows the shape of other requests, never their values or secrets', async () => {
    const seen = await readActivityOf(world, { victim: world.globex.admin, value: 'a-private-value' });
    expect(seen).toContain('pg_sleep');
    expect(seen).not.toContain('a-private-value');
    expect(seen).not.toContain(world.globex.admin.token);
  });
});
