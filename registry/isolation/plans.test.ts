import { testWorld, type World } from '@aura/testkit';
import { hotCalls } from '@aura/testkit/isolation/hot-calls';
import {
  findSlowPlans,
  type HotCall,
  makeLargeTenant,
  type Recorder,
  type SlowPlan,
} from '@aura/testkit/isolation/plan-gate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { modules } from '../modules.ts';

const ROWS = 50_000;
const HOT_ROUTERS = /^(contacts|deals|organizations|activities|search)\./;

/** Plans that cannot be better, each with its reason. This list may only get shorter. */
const ACCEPTED: { procedure: RegExp; problem: RegExp; reason: string }[] = [
  {
    procedure: /^deals\.(list|board)/,
    problem: /drops [12]\d{3} rows/,
    reason: 'A rep’s own deals, or one stage’s, read along another order until the page is full: bounded by those.',
  },
  {
    procedure: /^activities\.list/,
    problem: /drops 1\d{3} rows of crm\.(activities|deals)/,
    reason:
      'A rep’s total: what is about their contact, but also about a deal that is not theirs. Bounded by their contacts.',
  },
];

describe('gate 5: the plans of hot queries', () => {
  let world: World;
  const recorder: Recorder = { statements: [] };
  beforeAll(async () => {
    world = await testWorld({ modules, onStatement: (statement) => recorder.statements.push(statement) });
    await makeLargeTenant(world, ROWS);
  }, 600_000);
  afterAll(() => world.close());

  test(`stay on indexes under the policies of reps and managers, with ${ROWS} records`, async () => {
    const { rows } = await world.superuser.query<{ table: string; id: string }>(
      ['contacts', 'deals', 'organizations', 'activities', 'pipelines', 'stages', 'products']
        .map(
          (table) =>
            `(select '${table}' as table, id::text from crm.${table} where tenant_id = '${world.acme.tenant.id}' order by created_at desc limit 1)`,
        )
        .join(' union all '),
    );
    const ids = { ...Object.fromEntries(rows.map(({ table, id }) => [table, id])), memberships: world.acme.rep.userId };
    const calls = [...hotCalls(world.router, HOT_ROUTERS, ids), ...(await customFieldCalls(world))];
    expect(calls.length).toBeGreaterThan(20);
    const slow = await findSlowPlans(world, recorder, calls);
    expect(
      slow
        .filter((plan) => !isAccepted(plan))
        .map(({ role, procedure, problem, query }) => `${procedure} as ${role} ${problem}: ${query}`),
    ).toEqual([]);
  }, 600_000);
});

/** The large tenant's contacts have `custom0` to `custom9`, a text of a thousand kinds each. */
async function customFieldCalls(world: World): Promise<HotCall[]> {
  const { api } = world.as(world.acme.admin);
  for (const key of ['custom1', 'custom2'])
    await api.customFields.create({ entity: 'contact', key, label: key, type: 'text' });
  const inputs = [
    { customFields: { custom1: 'value 1' } },
    { customFields: { custom1: 'value' } },
    { customFields: { custom1: 'value', custom2: 'value 2' } },
    { sort: 'customFields.custom1' },
    { sort: '-customFields.custom1', customFields: { custom1: 'value 9' } },
    { sort: 'name', customFields: { custom1: 'value' } },
  ];
  return inputs.map((input) => ({ procedure: `contacts.list?${JSON.stringify(input)}`, input }));
}

const isAccepted = ({ procedure, problem }: SlowPlan): boolean =>
  ACCEPTED.some((accepted) => accepted.procedure.test(procedure) && accepted.problem.test(problem));
