import { testWorld, type World } from '@aura/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bookFile, bringIn, errorsOf, type Upload } from './import.fixture.ts';
import { modules } from './modules.ts';

// A real seller's book, brought in by an admin with the server's own guesses and a few decisions.
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
      account: 'name',
      sector: 'industry',
      subsidiary_of: 'parent.name',
      year_established: 'customFields.founded',
      revenue: 'customFields.revenue',
      employees: 'customFields.employees',
      office_location: 'customFields.office',
    },
  },
};
const PRODUCTS: Upload = { entity: 'products', file: bookFile('products.csv') };
const DEALS: Upload = {
  entity: 'deals',
  file: bookFile('sales_pipeline.csv'),
  options: { values: { product: { GTXPro: 'GTX Pro' }, deal_stage: { Engaging: 'Qualified', Prospecting: 'Lead' } } },
};

const admin = () => world.acme.admin;
const count = async (text: string): Promise<Record<string, string>> =>
  (await world.superuser.query(`select ${text}`)).rows[0];
const inAcme = () => `tenant_id = '${world.acme.tenant.id}' and deleted_at is null`;

describe('the real book', () => {
  it('brings in the team under its managers', async () => {
    expect(await bringIn(world, admin(), TEAM)).toMatchObject({ status: 'done', total: 35, created: 35, failed: 0 });
    const { rows } = await world.superuser.query(
      `select manager.name, manager.role, count(*)::int as team, min(rep.role) as role from core.memberships rep join core.memberships manager on manager.user_id = rep.manager_id
        where rep.tenant_id = $1 group by 1, 2 order by 1`,
      [world.acme.tenant.id],
    );
    expect(rows).toEqual([
      { name: 'Cara Losch', role: 'manager', team: 6, role_1: undefined, ...{ role: 'sales_rep' } },
    ]);
  });
  it('brings in the organizations with parents further down and new fields', async () => {
    expect(await bringIn(world, admin(), ACCOUNTS)).toMatchObject({
      status: 'done',
      total: 85,
      created: 85,
      failed: 0,
    });
  });
  it('brings in the products with prices', async () => {
    expect(await bringIn(world, admin(), PRODUCTS)).toMatchObject({ status: 'done', total: 7, created: 7, failed: 0 });
  });
  it('brings in the deals', async () => {
    const started = performance.now();
    const done = await bringIn(world, admin(), DEALS);
    console.log(
      'deals/s',
      8800 / ((performance.now() - started) / 1000),
      JSON.stringify(done),
      (await errorsOf(world, admin(), done.id)).slice(0, 3),
    );
    console.log(await count(`count(*) from crm.deals where ${inAcme()}`));
  }, 120_000);
});
