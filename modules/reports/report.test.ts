import { activitiesModule } from '@aura/activities/module';
import { contactsModule } from '@aura/contacts/module';
import { customFieldsModule } from '@aura/custom-fields/module';
import { dealsModule } from '@aura/deals/module';
import { organizationsModule } from '@aura/organizations/module';
import { pipelinesModule } from '@aura/pipelines/module';
import { productsModule } from '@aura/products/module';
import { testWorld, type World } from '@aura/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { medianOf } from './conversion.queries.ts';
import { reportsModule } from './module.ts';
import { addDays, firstOfMonth, mondayOf, monthOf } from './period.ts';
import { pipelineReportCsv } from './pipeline-report.queries.ts';

const today = new Date().toISOString().slice(0, 10);
const thisMonth = monthOf(today);
const nextMonth = firstOfMonth(today, 1);

let world: World;
let stageIds: Record<string, string>;
let pipelineId: string;
const api = (person: 'rep' | 'otherRep' | 'manager' = 'manager') => world.as(world.acme[person]).api;
const rest = (path: string, headers: Record<string, string> = {}) =>
  world.as(world.acme.manager).rest('GET', path, { headers });

beforeAll(async () => {
  world = await testWorld({
    modules: [
      customFieldsModule,
      organizationsModule,
      contactsModule,
      pipelinesModule,
      productsModule,
      activitiesModule,
      dealsModule,
      reportsModule,
    ],
  });
  const [pipeline] = (await api().pipelines.list({})).items;
  pipelineId = pipeline.id;
  stageIds = Object.fromEntries(pipeline.stages.map((stage: { name: string; id: string }) => [stage.name, stage.id]));
  await api('rep').deals.create({
    name: 'Sure',
    amount: '100.33',
    probability: 80,
    closeDate: nextMonth,
    stageId: stageIds['Qualified'],
  });
  await api('rep').deals.create({
    name: 'Likely',
    amount: '5000',
    currency: 'JPY',
    probability: 50,
    closeDate: nextMonth,
  });
  await api('rep').deals.create({ name: 'Late', amount: '10', closeDate: addDays(thisMonth.from, -1) });
  await api('otherRep').deals.create({ name: 'Someday', amount: '20' });
  const lose = async (person: 'rep' | 'otherRep', stage: string, lostReason: string | null) => {
    const deal = await api(person).deals.create({ name: `Lost in ${stage}`, amount: '50', stageId: stageIds[stage] });
    const fields = lostReason ? { lostReason } : {};
    await api(person).deals.setStage({
      id: deal.id,
      stageId: stageIds['Lost'],
      reason: lostReason ?? undefined,
      fields,
    });
  };
  await lose('rep', 'Proposal', 'Price');
  await lose('rep', 'Prospect', 'Price');
  await lose('otherRep', 'Proposal', 'Timing');
  const won = await api('rep').deals.create({ name: 'Won', amount: '70' });
  await api('rep').deals.setStage({ id: won.id, stageId: stageIds['Negotiation'] });
  await api('rep').deals.setStage({ id: won.id, stageId: stageIds['Won'] });
  const contact = await api('rep').contacts.create({ lastName: 'Caller' });
  await api('rep').activities.create({ type: 'call', subject: 'Hello', contactId: contact.id });
  await api('manager').activities.create({ type: 'note', subject: 'Seen', contactId: contact.id });
});
afterAll(() => world.close());

describe('the forecast', () => {
  it('adds up open deals by month and how sure they are, per currency', async () => {
    const forecast = await api().reports.forecast({});
    expect(forecast.months).toHaveLength(6);
    expect(forecast.months[1]).toMatchObject({
      period: { from: nextMonth },
      committed: { count: 1, sums: [{ currency: 'USD', amount: '100.33', weighted: '80.26' }] },
      best: { count: 1, sums: [{ currency: 'JPY', amount: '5000', weighted: '2500' }] },
      pipeline: { count: 0, sums: [] },
      total: { count: 2 },
    });
    expect([forecast.earlier.count, forecast.later.count, forecast.undated.count, forecast.total.count]).toEqual([
      1, 0, 1, 2,
    ]);
  });

  it("is a rep's own, and an owner's where one is asked for", async () => {
    expect((await api('otherRep').reports.forecast({})).undated.count).toBe(1);
    expect((await api('rep').reports.forecast({})).undated.count).toBe(0);
    const ownerId = world.acme.otherRep.userId;
    expect((await api().reports.forecast({ ownerId })).total.count).toBe(0);
  });
});

describe('conversion', () => {
  it('tells what became of the deals that came into each stage', async () => {
    const { stages, closed } = await api().reports.conversion({});
    const rows = stages.map((row: { stageName: string } & Record<string, unknown>) => [
      row.stageName,
      ...['entered', 'on', 'lost', 'back', 'here'].map((name) => (row[name] as { count: number }).count),
      row['onPercent'],
      row['medianDays'],
    ]);
    expect(rows).toEqual([
      ['Prospect', 5, 1, 1, 0, 3, 50, 0],
      ['Qualified', 1, 0, 0, 0, 1, null, null],
      ['Proposal', 2, 0, 2, 0, 0, 0, 0],
      ['Negotiation', 1, 1, 0, 0, 0, 100, 0],
    ]);
    expect([closed.won.count, closed.lost.count]).toEqual([1, 3]);
    expect((await api().reports.conversion({ from: '2020-01-01', to: '2020-12-31' })).stages[0]).toMatchObject({
      entered: { count: 0 },
      onPercent: null,
    });
  });

  it('leaves archived deals out', async () => {
    const doomed = await api('otherRep').deals.create({ name: 'Archived', stageId: stageIds['Qualified'] });
    await api('otherRep').deals.archive({ id: doomed.id });
    expect((await api().reports.conversion({})).stages[1]).toMatchObject({ entered: { count: 1 } });
  });

  it('takes the middle of whole days', () => {
    expect(medianOf([])).toBeNull();
    expect(
      medianOf([
        { days: 3, count: 2 },
        { days: 1, count: 1 },
      ]),
    ).toBe(3);
    expect(
      medianOf([
        { days: 3, count: 1 },
        { days: 1, count: 1 },
      ]),
    ).toBe(1);
  });
});

describe('lost reasons', () => {
  it('are counted by reason, by stage, and by both', async () => {
    const { reasons, stages, cells, closed } = await api().reports.lostReasons({});
    const named = (list: { reason?: string | null; stageName?: string | null; count: number }[]) =>
      list.map((one) => [
        ...('reason' in one ? [one.reason] : []),
        ...('stageName' in one ? [one.stageName] : []),
        one.count,
      ]);
    expect(named(reasons)).toEqual([
      ['Price', 2],
      ['Timing', 1],
    ]);
    expect(named(stages)).toEqual([
      ['Prospect', 1],
      ['Proposal', 2],
    ]);
    expect(named(cells)).toEqual([
      ['Price', 'Prospect', 1],
      ['Price', 'Proposal', 1],
      ['Timing', 'Proposal', 1],
    ]);
    expect(closed.winRate).toBe(25);
    expect((await api('otherRep').reports.lostReasons({})).reasons).toMatchObject([{ reason: 'Timing', count: 1 }]);
  });
});

describe('activity', () => {
  it("is everyone's for a manager and one's own for a rep, week by week", async () => {
    const report = await api().reports.activity({ from: addDays(today, -30), to: today });
    expect(report.total).toMatchObject({ call: 1, note: 1, total: 2 });
    expect(report.rows).toHaveLength(2);
    const week = report.weeks.at(-1);
    expect(week).toMatchObject({ total: 2, filter: { fromDay: mondayOf(today), toDay: today } });
    const own = await api('rep').reports.activity({});
    expect(own.members).toMatchObject([{ userId: world.acme.rep.userId, call: 1, note: 0, total: 1 }]);
    expect((await api().reports.activity({ ownerId: world.acme.rep.userId })).total.total).toBe(1);
    expect((await api('otherRep').reports.activity({})).total.total).toBe(0);
  });
});

describe('every report', () => {
  const paths = ['pipeline', 'forecast', 'conversion', 'activity', 'lost-reasons'].map((name) => `/reports/${name}`);

  it('is a spreadsheet too, without formulas', async () => {
    for (const path of paths) {
      const csv = await rest(path, { accept: 'text/csv' });
      expect([csv.status, csv.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/csv')]);
    }
    expect((await rest('/reports/pipeline', { accept: 'text/csv' })).text).toContain(
      'Sales,Qualified,1,USD,100.33,80.26,0,0',
    );
    expect((await rest('/reports/forecast', { accept: 'text/csv' })).text).toContain(',best,1,JPY,5000,2500');
    expect((await rest('/reports/conversion', { accept: 'text/csv' })).text).toContain('Sales,Prospect,5,1,1,0,3,50,0');
    expect((await rest('/reports/lost-reasons', { accept: 'text/csv' })).text).toContain('Price,Proposal,1,USD,50.00');
    const report = await api().reports.pipeline({});
    expect(pipelineReportCsv({ ...report, stages: [{ ...report.stages[0], stageName: '=1+1, "x"' }] })).toContain(
      `"'=1+1, ""x"""`,
    );
  });

  it('refuses a period that ends before it begins, one too long, and what it does not know', async () => {
    for (const path of paths.slice(1)) {
      for (const query of ['from=2026-02-01&to=2026-01-01', 'from=1990-01-01&to=2026-01-01', 'from=soon', 'x=1']) {
        const { status } = await rest(`${path}?${query}`);
        expect({ path, query, status }).toEqual({ path, query, status: 422 });
      }
    }
    expect((await rest('/reports/pipeline?period=x')).status).toBe(422);
    expect((await rest(`/reports/activity?pipelineId=${pipelineId}`)).status).toBe(422);
  });

  it("answers 404 to another tenant's pipeline and member, and 401 to nobody", async () => {
    const foreign = (await world.as(world.globex.admin).api.pipelines.list({})).items[0].id;
    for (const path of paths) {
      if (!path.endsWith('activity')) expect((await rest(`${path}?pipelineId=${foreign}`)).status).toBe(404);
      if (!path.endsWith('pipeline'))
        expect((await rest(`${path}?ownerId=${world.globex.rep.userId}`)).status).toBe(404);
      expect((await rest(`${path}?ownerId=none`)).status).toBe(422);
    }
  });

  it('is empty in a tenant that did not sell', async () => {
    const globex = world.as(world.globex.manager).api.reports;
    expect((await globex.forecast({})).total).toMatchObject({ count: 0, sums: [] });
    expect((await globex.lostReasons({})).reasons).toEqual([]);
    expect((await globex.activity({})).rows).toEqual([]);
    expect((await globex.pipeline({})).largest).toEqual([]);
  });
});

describe('the snapshot', () => {
  it('shows the largest, the oldest and the closing deals beside the stages', async () => {
    const report = await api().reports.pipeline({});
    expect(report).toMatchObject({ pipelineName: 'Sales', open: { count: 4 } });
    expect(report.largest.map((deal: { name: string }) => deal.name)).toEqual(['Likely', 'Sure', 'Someday', 'Late']);
    expect(report.longestInStage[0].name).toBe('Sure');
    expect((await api('rep').reports.pipeline({})).open.count).toBe(3);
  });
});
