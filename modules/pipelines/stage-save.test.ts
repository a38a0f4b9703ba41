import { randomUUID } from 'node:crypto';
import { testWorld, type World } from '@aura/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pipelinesModule } from './module.ts';
import type { Pipeline, Stage } from './pipeline.schema.ts';
import { stageWarnings } from './pipeline.ts';

let world: World;
beforeAll(async () => {
  world = await testWorld({ modules: [pipelinesModule] });
});
afterAll(() => world.close());

const admin = () => world.as(world.acme.admin).api;
const make = (): Promise<Pipeline> => admin().pipelines.create({ name: `Pipeline ${randomUUID()}` });
const draftOf = ({ id, version, name, kind, probability, requiredFields, expectedDays, color }: Stage) => ({
  id,
  version,
  name,
  kind,
  probability,
  requiredFields,
  expectedDays,
  color,
});
const namesOf = ({ stages }: Pipeline) => stages.map(({ name }) => name);
const refusal = (status: number, rest: object = {}) => ({ cause: { status, ...rest } });

describe('saving all stages of a pipeline', () => {
  it('renames, swaps names, adds, orders and retires in one step', async () => {
    const made = await make();
    const [prospect, qualified, proposal, negotiation, won, lost] = made.stages.map(draftOf);
    const saved = await admin().stages.save({
      id: made.id,
      expectedVersion: made.version,
      name: `${made.name}!`,
      stages: [
        { ...qualified, name: 'Prospect', color: '#2a7d6b', expectedDays: 7 },
        { name: 'Negotiation', probability: 40, requiredFields: ['amount', 'customFields.region'] },
        { ...prospect, name: 'Qualified' },
        { ...proposal, probability: 55 },
        won,
        lost,
      ],
      retire: [{ id: negotiation?.id, moveDealsTo: proposal?.id }],
    });
    expect(saved.name).toBe(`${made.name}!`);
    expect(namesOf(saved)).toEqual(['Prospect', 'Negotiation', 'Qualified', 'Proposal', 'Won', 'Lost']);
    expect(saved.stages[0]).toMatchObject({ id: qualified?.id, color: '#2a7d6b', expectedDays: 7, position: 0 });
    expect(saved.stages[1]).toMatchObject({ probability: 40, requiredFields: ['amount', 'customFields.region'] });
    expect(saved.stages[3]).toMatchObject({ probability: 55 });
    const retired = await admin().stages.list({ id: made.id, retired: true });
    expect(retired.items).toMatchObject([{ id: negotiation?.id }]);
  });

  it('leaves what did not change as it is', async () => {
    const made = await make();
    const saved = await admin().stages.save({ id: made.id, stages: made.stages.map(draftOf) });
    expect(saved.stages.map(({ version }: Stage) => version)).toEqual(made.stages.map(({ version }) => version));
  });

  it('is refused with the current pipeline when someone changed, added or retired a stage since', async () => {
    const made = await make();
    const stages = made.stages.map(draftOf);
    const save = (input: object = {}) => admin().stages.save({ id: made.id, stages, ...input });
    await expect(save({ stages: stages.slice(1) })).rejects.toMatchObject(refusal(412));
    await expect(save({ stages: [...stages, stages[0]] })).rejects.toMatchObject(refusal(409));
    await expect(save({ expectedVersion: 99 })).rejects.toMatchObject(refusal(412));
    const added = await admin().stages.create({ id: made.id, name: 'Added meanwhile' });
    await expect(save()).rejects.toMatchObject(
      refusal(412, { current: { stages: expect.arrayContaining([expect.objectContaining({ id: added.id })]) } }),
    );
    await admin().stages.retire({ id: made.id, stageId: added.id });
    await admin().stages.update({ id: made.id, stageId: stages[0]?.id, name: 'Renamed meanwhile' });
    await expect(save()).rejects.toMatchObject(refusal(412));
  });

  it('refuses two stages of one name, a stage of another pipeline, and to retire the last of a kind', async () => {
    const made = await make();
    const stages = made.stages.map(draftOf);
    const [first, second, ...others] = stages;
    const save = (input: object) => admin().stages.save({ id: made.id, stages, ...input });
    await expect(save({ stages: [first, { ...second, name: 'PROSPECT' }, ...others] })).rejects.toMatchObject(
      refusal(409, { reason: 'duplicate_name', issues: [{ path: 'stages.1.name' }] }),
    );
    const other = await make();
    await expect(save({ retire: [{ id: other.stages[0]?.id }] })).rejects.toMatchObject(refusal(412));
    await expect(save({ stages: stages.slice(0, -1), retire: [{ id: stages.at(-1)?.id }] })).rejects.toMatchObject(
      refusal(409, { reason: 'last_stage_of_kind' }),
    );
    await expect(
      save({ stages: stages.slice(1), retire: [{ id: first?.id, moveDealsTo: others.at(-1)?.id }] }),
    ).rejects.toMatchObject(refusal(422, { issues: [{ path: 'moveDealsTo' }] }));
    expect(namesOf(await admin().pipelines.get({ id: made.id }))).toEqual(namesOf(made));
  });

  it('is for admins, of their own tenant', async () => {
    const made = await make();
    const input = { id: made.id, stages: made.stages.map(draftOf) };
    for (const person of [world.acme.manager, world.acme.rep])
      await expect(world.as(person).api.stages.save(input)).rejects.toMatchObject(refusal(403));
    await expect(world.as(world.globex.admin).api.stages.save(input)).rejects.toMatchObject(refusal(404));
  });
});

describe('stageWarnings', () => {
  const open = (name: string, probability: number) => ({ name, probability, kind: 'open' as const });
  it('names equal names and a probability below the stage before', () => {
    expect(stageWarnings([open('A', 10), open('B', 5), open(' a ', 50)])).toEqual([
      { place: 1, text: 'Less likely than A' },
      { place: 2, text: 'Another stage is called a too' },
    ]);
    const lost = { name: 'Lost', probability: 0, kind: 'lost' as const };
    expect(stageWarnings([open('A', 10), open('B', 10), lost])).toEqual([]);
  });
});
