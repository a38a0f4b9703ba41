import { testWorld, type World } from '@aura/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pipelinesModule } from './module.ts';
import { probabilityOf } from './pipeline.ts';

let world: World;
beforeAll(async () => {
  world = await testWorld({ modules: [pipelinesModule] });
});
afterAll(() => world.close());

const refusal = (status: number, reason?: string) =>
  expect.objectContaining({ cause: expect.objectContaining({ status, ...(reason ? { reason } : {}) }) });
const admin = () => world.as(world.acme.admin).api;
const rep = () => world.as(world.acme.rep).api;
const defaultPipeline = async () => (await admin().pipelines.list({})).items[0];
let names = 0;
const makePipeline = (stages?: unknown) => {
  names += 1;
  return admin().pipelines.create({ name: `Pipeline ${names}`, ...(stages ? { stages } : {}) });
};

describe('a new workspace', () => {
  it('sells through Prospect, Qualified, Proposal and Negotiation to Won or Lost', async () => {
    const { items, total, nextCursor } = await rep().pipelines.list({});
    expect({ total, nextCursor }).toEqual({ total: 1, nextCursor: null });
    expect(items[0]).toMatchObject({ name: 'Sales', isDefault: true, abilities: { update: false, archive: false } });
    expect(
      items[0].stages.map((stage: { name: string; probability: number }) => [stage.name, stage.probability]),
    ).toEqual([
      ['Prospect', 10],
      ['Qualified', 25],
      ['Proposal', 50],
      ['Negotiation', 75],
      ['Won', 100],
      ['Lost', 0],
    ]);
    expect(items[0].stages.at(-1)).toMatchObject({ kind: 'lost', requiredFields: ['lostReason'] });
  });

  it('is provisioned once', async () => {
    await world.as(world.acme.admin).run((ctx) => pipelinesModule.provision(ctx));
    expect((await admin().pipelines.list({})).total).toBe(1);
  });
});

describe('pipelines', () => {
  it('are made with the usual stages or with their own', async () => {
    expect((await makePipeline()).stages).toHaveLength(6);
    const own = await makePipeline([{ name: 'Only', kind: 'won', probability: 30 }]);
    expect(own.stages).toMatchObject([{ name: 'Only', kind: 'won', probability: 100 }]);
  });

  it('have a name of their own', async () => {
    await expect(admin().pipelines.create({ name: 'SALES' })).rejects.toEqual(refusal(409, 'duplicate_name'));
  });

  it('are renamed unless someone else was faster', async () => {
    const made = await makePipeline();
    const renamed = await admin().pipelines.update({
      id: made.id,
      expectedVersion: made.version,
      name: `${made.name} b`,
    });
    expect(renamed.version).toBe(made.version + 1);
    await expect(
      admin().pipelines.update({ id: made.id, expectedVersion: made.version, name: 'late' }),
    ).rejects.toEqual(refusal(412, 'version_conflict'));
  });

  it('hand the default over, and the default is not archived', async () => {
    const first = await defaultPipeline();
    const made = await makePipeline();
    expect(await admin().pipelines.update({ id: made.id, isDefault: true })).toMatchObject({ isDefault: true });
    expect(await admin().pipelines.get({ id: first.id })).toMatchObject({ isDefault: false });
    await expect(admin().pipelines.archive({ id: made.id })).rejects.toEqual(refusal(409, 'default_pipeline'));
    await admin().pipelines.update({ id: first.id, isDefault: true });
  });

  it('are archived and restored', async () => {
    const made = await makePipeline();
    await admin().pipelines.archive({ id: made.id });
    const archived = await admin().pipelines.list({ archived: true });
    expect(archived.items.map((item: { id: string }) => item.id)).toContain(made.id);
    expect(await admin().pipelines.restore({ id: made.id })).toMatchObject({ archived: false });
  });

  it('are shaped by admins only, at the API and in the database', async () => {
    const { id } = await defaultPipeline();
    for (const person of [world.acme.manager, world.acme.rep]) {
      const { api, run } = world.as(person);
      await expect(api.pipelines.create({ name: 'Mine' })).rejects.toEqual(refusal(403));
      await expect(api.stages.create({ id, name: 'Mine' })).rejects.toEqual(refusal(403));
      const changed = run((ctx) =>
        ctx.db.updateTable('crm.pipelines').set({ name: 'Mine' }).where('id', '=', id).executeTakeFirst(),
      ).then(
        (result) => Number(result.numUpdatedRows),
        (error) => error.code,
      );
      expect([0, '42501']).toContain(await changed);
    }
  });

  it('of another tenant do not exist', async () => {
    const { id, stages } = await defaultPipeline();
    const stranger = world.as(world.globex.admin).api;
    await expect(stranger.pipelines.get({ id })).rejects.toEqual(refusal(404));
    await expect(stranger.pipelines.update({ id, name: 'Taken' })).rejects.toEqual(refusal(404));
    await expect(stranger.pipelines.archive({ id })).rejects.toEqual(refusal(404));
    await expect(stranger.pipelines.restore({ id })).rejects.toEqual(refusal(404));
    await expect(stranger.stages.list({ id })).rejects.toEqual(refusal(404));
    await expect(stranger.stages.update({ id, stageId: stages[0].id, name: 'Taken' })).rejects.toEqual(refusal(404));
    const own = (await stranger.pipelines.list({})).items[0];
    await expect(stranger.stages.update({ id: own.id, stageId: stages[0].id, name: 'Taken' })).rejects.toEqual(
      refusal(404),
    );
  });
});

describe('stages', () => {
  it('are added at the end, changed and put in order', async () => {
    const { id, stages } = await makePipeline();
    const demo = await admin().stages.create({
      id,
      name: 'Demo',
      probability: 40,
      color: '#aa3300',
      requiredFields: ['amount'],
    });
    expect(demo).toMatchObject({ kind: 'open', probability: 40, position: 6, requiredFields: ['amount'] });
    expect(await admin().stages.update({ id, stageId: demo.id, name: 'Show', expectedDays: 5 })).toMatchObject({
      name: 'Show',
      expectedDays: 5,
    });
    const ids = [demo.id, ...stages.map((stage: { id: string }) => stage.id)];
    const ordered = await admin().stages.order({ id, ids });
    expect(ordered.items.map((stage: { id: string }) => stage.id)).toEqual(ids);
    await expect(admin().stages.order({ id, ids: ids.slice(1) })).rejects.toEqual(refusal(422));
    await expect(admin().stages.order({ id, ids: [...ids.slice(1), ids[1]] })).rejects.toEqual(refusal(422));
  });

  it('keep won at 100 and lost at 0', async () => {
    expect([
      probabilityOf('won', 5),
      probabilityOf('lost', 5),
      probabilityOf('open', 5),
      probabilityOf('open', undefined),
    ]).toEqual([100, 0, 5, 50]);
    const { id, stages } = await makePipeline();
    expect(await admin().stages.update({ id, stageId: stages[4].id, probability: 50 })).toMatchObject({
      probability: 100,
    });
  });

  it('refuse a name in use, a field that no deal has, and a stale version', async () => {
    const { id, stages } = await makePipeline();
    await expect(admin().stages.create({ id, name: 'prospect' })).rejects.toEqual(refusal(409, 'duplicate_name'));
    await expect(admin().stages.create({ id, name: 'X', requiredFields: ['shoeSize'] })).rejects.toEqual(refusal(422));
    const [first] = stages;
    await admin().stages.update({ id, stageId: first.id, expectedVersion: first.version, name: 'Lead' });
    await expect(
      admin().stages.update({ id, stageId: first.id, expectedVersion: first.version, name: 'Late' }),
    ).rejects.toEqual(refusal(412));
  });

  it('are retired, and the last of its kind is not', async () => {
    const { id, stages } = await makePipeline();
    const retired = await admin().stages.retire({ id, stageId: stages[0].id, moveDealsTo: stages[1].id });
    expect(retired.retired).toBe(true);
    expect((await admin().stages.list({ id })).total).toBe(5);
    expect((await admin().stages.list({ id, retired: true })).items).toMatchObject([{ name: 'Prospect' }]);
    await expect(admin().stages.retire({ id, stageId: stages[1].id, moveDealsTo: stages[4].id })).rejects.toEqual(
      refusal(422),
    );
    await expect(admin().stages.retire({ id, stageId: stages[4].id })).rejects.toEqual(
      refusal(409, 'last_stage_of_kind'),
    );
    await expect(admin().stages.retire({ id, stageId: stages[0].id })).rejects.toEqual(refusal(404));
    expect(await admin().stages.create({ id, name: 'Prospect' })).toMatchObject({ name: 'Prospect' });
  });

  it('are served as REST', async () => {
    const { rest } = world.as(world.acme.admin);
    const made = await rest('POST', '/pipelines', { body: { name: 'Partners' } });
    const { id, version } = made.body as { id: string; version: number };
    expect(made.status).toBe(201);
    expect(made.headers.get('location')).toBe(`/api/v1/pipelines/${id}`);
    expect((await rest('GET', `/pipelines/${id}/stages`)).body).toMatchObject({ total: 6, nextCursor: null });
    expect(
      (await rest('PATCH', `/pipelines/${id}`, { body: { name: 'P' }, headers: { 'if-match': `"${version + 1}"` } }))
        .status,
    ).toBe(412);
    expect((await rest('DELETE', `/pipelines/${id}`)).status).toBe(204);
    expect((await rest('POST', `/pipelines/${id}/stages`, { body: { name: 'S', colour: 'red' } })).status).toBe(422);
  });
});
