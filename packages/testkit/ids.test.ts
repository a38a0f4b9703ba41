import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testWorld, type World } from './index.ts';

const VERSION_7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

let world: World;
beforeAll(async () => {
  world = await testWorld({ modules: [] });
});
afterAll(() => world.close());

describe('the ids that the database gives', () => {
  it('say when they were made, and keep the order of those that one statement makes', async () => {
    const before = Date.now();
    const { rows } = await world.superuser.query<{ id: string }>(
      'select app.uuid_v7() as id from generate_series(1, 2000) as place order by place',
    );
    const ids = rows.map(({ id }) => id);
    expect(ids.filter((id) => !VERSION_7.test(id))).toEqual([]);
    expect(new Set(ids).size).toBe(2_000);
    expect(ids).toEqual(ids.toSorted());
    const madeAt = Number.parseInt(ids[0]?.replaceAll('-', '').slice(0, 12) ?? '', 16);
    expect(Math.abs(madeAt - before)).toBeLessThan(10_000);
  });
});
