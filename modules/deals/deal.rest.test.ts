import { testWorld, type World } from '@aura/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dealsWorld, type StageIds, stageIds } from './deals-world.fixture.ts';

let world: World;
let stages: StageIds;
beforeAll(async () => {
  world = await testWorld(dealsWorld);
  stages = await stageIds(world, world.acme.admin);
});
afterAll(() => world.close());

describe('as REST', () => {
  it('answers with status, location and ETag', async () => {
    const { rest } = world.as(world.acme.rep);
    const made = await rest('POST', '/deals', { body: { name: 'Rest', amount: '5.00', currency: 'EUR' } });
    const { id } = made.body as { id: string };
    expect([made.status, made.headers.get('location'), made.headers.get('etag')]).toEqual([
      201,
      `/api/v1/deals/${id}`,
      '"1"',
    ]);
    expect(
      (await rest('PATCH', `/deals/${id}`, { body: { name: 'Rest 2' }, headers: { 'if-match': '"9"' } })).status,
    ).toBe(412);
    const lost = await rest('POST', `/deals/${id}/stage`, { body: { stageId: stages.Lost } });
    expect(lost).toMatchObject({ status: 422, body: { errors: [{ path: 'lostReason', code: 'required' }] } });
    expect(
      (await rest('POST', `/deals/${id}/stage`, { body: { stageId: stages.Lost, fields: { lostReason: 'Price' } } }))
        .body,
    ).toMatchObject({ status: 'lost', lostReason: 'Price' });
    expect((await rest('GET', `/deals?status=lost&minAmount=4&maxAmount=6&closeFrom=2020-01-01`)).body).toMatchObject({
      items: [{ id }],
    });
    expect((await rest('GET', '/deals?stage=x')).status).toBe(422);
    expect((await rest('GET', '/deals?sort=owner')).status).toBe(422);
    expect((await rest('GET', '/deals?limit=101')).status).toBe(422);
    expect((await rest('GET', '/deals/board')).body).toMatchObject({ columns: expect.any(Array) });
    expect((await rest('DELETE', `/deals/${id}`)).status).toBe(204);
    expect((await rest('POST', `/deals/${id}/restore`)).status).toBe(200);
    expect((await rest('PATCH', `/deals/${id}`, { body: { weightedAmount: '1' } })).status).toBe(422);
  });
});
