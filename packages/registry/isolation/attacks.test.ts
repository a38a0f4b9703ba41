import { testWorld, type World } from '@aura/testkit';
import {
  type Attack,
  fingerprint,
  isExpected,
  isLeak,
  listAttacks,
  runAttack,
  type Scene,
  setScene,
} from '@aura/testkit/isolation/attacks';
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
    const before = await fingerprint(world.superuser, scene);
    const failures: string[] = [];
    for (const batch of batchesOf(listAttacks(scene), 25)) {
      for (const attack of batch) failures.push(...(await play(attack)));
      if ((await fingerprint(world.superuser, scene)) === before) continue;
      failures.push(`One of these changed what it must not: ${batch.map(({ name }) => name).join('; ')}`);
      break;
    }
    expect(failures).toEqual([]);
  }, 120_000);

  async function play(attack: Attack): Promise<string[]> {
    const result = await runAttack(world, attack);
    const title = `${attack.as}: ${attack.name}`;
    const failures: string[] = [];
    if (!isExpected(attack, result))
      failures.push(`${title} gave ${result.outcome}, not ${attack.expects}: ${result.seen.slice(0, 300)}`);
    if (isLeak(result)) failures.push(`${title} saw the other tenant's rows: ${result.seen.slice(0, 300)}`);
    return failures;
  }
});

function batchesOf<T>(items: T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
