import { testWorld, type World } from '@aura/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { identityModule } from './module.ts';
import { addCredential, forgetEnded } from './session.service.ts';

let world: World;
beforeAll(async () => {
  world = await testWorld({ modules: [identityModule] });
});
afterAll(() => world.close());

it('forgets what ended long ago, and keeps a used refresh token for as long as its session', async () => {
  const { rep, otherRep } = world.acme;
  const longAgo = new Date(Date.now() - 10 * 86_400_000);
  for (const kind of ['access', 'refresh'] as const) {
    await addCredential(world.platform.identity, { sessionId: rep.sessionId, kind, expiresAt: longAgo });
  }
  await world.superuser.query(`update identity.sessions set revoked_at = now() - interval '31 days' where id = $1`, [
    otherRep.sessionId,
  ]);
  for (const { userId } of [rep, otherRep]) await forgetEnded(world.platform.identity, userId);
  const { rows } = await world.superuser.query(
    'select kind from identity.credentials where session_id = any ($1) order by kind',
    [[rep.sessionId, otherRep.sessionId]],
  );
  expect(rows).toEqual([{ kind: 'cookie' }, { kind: 'refresh' }]);
});
