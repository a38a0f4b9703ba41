import { testWorld, type World } from '@aura/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from './answer.fixture.ts';
import { bookFile, bringIn, errorsOf, type Upload, undo } from './import.fixture.ts';
import { modules } from './modules.ts';

// A real seller's book, brought in by an admin with the server's own guesses and few decisions.
let world: World;
beforeAll(async () => {
  world = await testWorld({ modules });
});
afterAll(() => world.close());

const TEAM: Upload = {
  entity: 'members',
  file: bookFile('sales_teams.csv'),
  options: { emailPattern: '{first}.{last}@maven.test' },
};
const ACCOUNTS: Upload = {
  entity: 'organizations',
  file: bookFile('accounts.csv'),
  options: {
    createMissing: ['customField'],
    mapping: {
      ...{
        account: 'name',
        sector: 'industry',
        subsidiary_of: 'parent.name',
        year_established: 'customFields.founded',
      },
      ...{
        revenue: 'customFields.revenue',
        employees: 'customFields.employees',
        office_location: 'customFields.office',
      },
    },
  },
};
const PRODUCTS: Upload = { entity: 'products', file: bookFile('products.csv') };
const VALUES = { product: { GTXPro: 'GTX Pro' }, deal_stage: { Engaging: 'Qualified', Prospecting: 'Prospect' } };
const DEALS: Upload = { entity: 'deals', file: bookFile('sales_pipeline.csv'), options: { values: VALUES } };

const admin = () => world.acme.admin;
const rowsOf = async (text: string): Promise<Answer[]> =>
  (await world.superuser.query(text, [world.acme.tenant.id])).rows;
const LIVE = 'tenant_id = $1 and deleted_at is null';

describe('the real book', () => {
  const made: Answer[] = [];

  it('brings in 35 agents under their 6 managers, without a mail', async () => {
    const done = await bringIn(world, admin(), TEAM);
    expect(done).toMatchObject({
      status: 'done',
      total: 35,
      created: 35,
      failed: 0,
      mapping: { sales_agent: 'name', manager: 'manager.name', regional_office: 'department' },
    });
    const teams = await rowsOf(
      `select manager.name, manager.role, count(*)::int as team, min(rep.role) as rep_role, min(rep.department) as office
         from core.memberships rep join core.memberships manager on manager.tenant_id = rep.tenant_id and manager.user_id = rep.manager_id
        where rep.tenant_id = $1 group by 1, 2 order by 1`,
    );
    expect(teams.map(({ name, team, office }) => [name, team, office])).toEqual([
      ['Cara Losch', 6, 'East'],
      ['Celia Rouche', 6, 'West'],
      ['Dustin Brinkmann', 5, 'Central'],
      ['Melvin Marxen', 6, 'Central'],
      ['Rocco Neubert', 6, 'East'],
      ['Summer Sewald', 6, 'West'],
    ]);
    expect(teams.every(({ role, rep_role }) => role === 'manager' && rep_role === 'sales_rep')).toBe(true);
    expect(await rowsOf(`select email from core.memberships where tenant_id = $1 and name = 'Mei-Mei Johns'`)).toEqual([
      { email: 'mei-mei.johns@maven.test' },
    ]);
    expect(world.mails).toEqual([]);
  });

  it('brings in 85 organizations with parents further down and four new fields', async () => {
    const done = await bringIn(world, admin(), ACCOUNTS);
    expect(done).toMatchObject({ status: 'done', total: 85, created: 85, failed: 0 });
    made.push(done);
    const [{ children }] = await rowsOf(
      `select count(*)::int as children from crm.organizations where ${LIVE} and parent_id is not null`,
    );
    expect(children).toBe(15);
    const [cheers] = await rowsOf(
      `select o.industry, o.custom_fields, p.name as parent from crm.organizations o join crm.organizations p on p.id = o.parent_id where o.tenant_id = $1 and o.name = 'Cheers'`,
    );
    expect(cheers).toEqual({
      industry: 'entertainment',
      parent: 'Massive Dynamic',
      custom_fields: { founded: 1993, revenue: 4269.9, employees: 6472, office: 'United States' },
    });
  });

  it('brings in 7 products with category and price by the first guess alone', async () => {
    expect(await bringIn(world, admin(), PRODUCTS)).toMatchObject({
      status: 'done',
      created: 7,
      failed: 0,
      template: { sku: '{product}' },
    });
    const [product] = await rowsOf(
      `select p.sku, p.category, r.amount_minor, r.currency from crm.products p join crm.product_prices r on r.product_id = p.id where p.tenant_id = $1 and p.name = 'GTX Pro'`,
    );
    expect(product).toEqual({ sku: 'GTX Pro', category: 'GTX', amount_minor: '482100', currency: 'USD' });
  });

  it('brings in 8,800 deals with their history, each with its line', async () => {
    const startedAt = performance.now();
    const done = await bringIn(world, admin(), DEALS);
    console.info(`deals a second: ${Math.round(8_800_000 / (performance.now() - startedAt))}`);
    made.push(done);
    expect(done).toMatchObject({
      status: 'done',
      total: 8800,
      created: 8800,
      failed: 0,
      template: { name: '{account} · {product}' },
    });
    expect(done.notes).toEqual([{ code: 'lost_without_reason', message: expect.any(String), count: 2473 }]);
    const stages = await rowsOf(
      `select d.status, s.name, count(*)::int, sum(d.amount_minor)::text as minor from crm.deals d join crm.stages s on s.id = d.stage_id where d.tenant_id = $1 group by 1, 2 order by 3`,
    );
    expect(stages.map(({ status, name, count }) => [status, name, count])).toEqual([
      ['open', 'Prospect', 500],
      ['open', 'Qualified', 1589],
      ['lost', 'Lost', 2473],
      ['won', 'Won', 4238],
    ]);
    expect(stages[3].minor).toBe('1000553400');
    const [facts] = await rowsOf(
      `select count(*) filter (where d.organization_id is null)::int as alone, count(distinct d.owner_id)::int as owners, count(i.id)::int as lines,
              count(*) filter (where i.net_minor <> d.amount_minor)::int as unequal, min(d.opened_on)::text as first, max(d.close_date)::text as last
         from crm.deals d left join crm.line_items i on i.deal_id = d.id where d.tenant_id = $1`,
    );
    expect(facts).toEqual({
      alone: 1425,
      owners: 30,
      lines: 8800,
      unequal: 0,
      first: '2016-10-20',
      last: '2017-12-31',
    });
    const [one] = await rowsOf(
      `select d.name, d.opened_on::text, d.close_date::text, d.closed_at::date::text as closed, h.changed_at::date::text as entered, i.discount_minor, i.override_reason
         from crm.deals d join crm.stage_changes h on h.deal_id = d.id join crm.line_items i on i.deal_id = d.id where d.tenant_id = $1 and d.external_id = '1C1I7A6R'`,
    );
    expect(one).toEqual({
      name: 'Cancity · GTX Plus Basic',
      opened_on: '2016-10-20',
      close_date: '2017-03-01',
      closed: '2017-03-01',
      entered: '2017-03-01',
      discount_minor: '4200',
      override_reason: null,
    });
  }, 180_000);

  it('changes nothing when the same files come again', async () => {
    for (const again of [
      TEAM,
      ACCOUNTS,
      PRODUCTS,
      DEALS,
      { ...DEALS, options: { values: VALUES, duplicates: 'update' } },
    ]) {
      const done = await bringIn(world, admin(), again);
      expect(done).toMatchObject({ status: 'done', created: 0, updated: 0, skipped: done.total, failed: 0 });
    }
  }, 180_000);

  it('goes again by undo, with its lines, and nothing of the neighbour is touched', async () => {
    for (const { id } of made.toReversed()) {
      const undone = await undo(world, admin(), id);
      expect(undone).toMatchObject({ status: 'undone', undo: { keptCount: 0, restored: 0 } });
      expect(undone.undo.removed).toBe(undone.created);
    }
    expect(
      await rowsOf(`select (select count(*)::int from crm.deals where ${LIVE}) as deals, (select count(*)::int from crm.line_items where tenant_id = $1) as lines,
                                (select count(*)::int from crm.organizations where ${LIVE}) as organizations`),
    ).toEqual([{ deals: 0, lines: 0, organizations: 0 }]);
  }, 180_000);

  it('names what it cannot place, and brings in the rest', async () => {
    await bringIn(world, admin(), ACCOUNTS);
    const lines = bookFile('sales_pipeline.csv').toString('utf8').split('\n').slice(0, 201);
    const done = await bringIn(world, admin(), {
      entity: 'deals',
      file: lines.join('\n'),
      options: { values: { deal_stage: VALUES.deal_stage } },
    });
    const gtxpro = lines.filter((line) => line.includes('GTXPro')).length;
    expect(done).toMatchObject({ status: 'done', created: 200 - gtxpro, failed: gtxpro });
    const errors = await errorsOf(world, admin(), done.id);
    expect(errors).toHaveLength(gtxpro);
    expect(errors[0]).toEqual({
      row: 3,
      column: 'product',
      code: 'unknown_link',
      message: 'There is no product "GTXPro"',
      value: 'GTXPro',
    });
  });
});
