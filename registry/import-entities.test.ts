import { testWorld, type World } from '@aura/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from './answer.fixture.ts';
import { bringIn, csv, errorsOf, type Upload, undo } from './import.fixture.ts';
import { modules } from './modules.ts';

let world: World;
beforeAll(async () => {
  world = await testWorld({ modules });
});
afterAll(() => world.close());

const admin = () => world.acme.admin;
const api = () => world.as(admin()).api;
const into = (what: Upload, person = admin()): Promise<Answer> => bringIn(world, person, what);
const rowsOf = async (text: string, tenant = world.acme): Promise<Answer[]> =>
  (await world.superuser.query(text, [tenant.tenant.id])).rows;
const named = async (name: string): Promise<Answer> => (await api().organizations.list({ q: name })).items[0];
let serial = 0;
function fresh(noun: string): string {
  serial += 1;
  return `${noun} ${serial} Ltd`;
}

describe('the other entities', () => {
  it('contacts: names are split, organizations linked or made, addresses matched', async () => {
    const company = fresh('Maker');
    const file = csv(
      'Full name,E-mail,Company',
      `Ana María López,ana${serial}@x.test,${company}`,
      `"Dam, Jo",jo${serial}@x.test,${company.toUpperCase()}`,
      `,lone${serial}@x.test,`,
      ',,',
      `X,not-an-address,`,
    );
    const done = await into({ entity: 'contacts', file, options: { createMissing: ['organization'] } });
    expect(done).toMatchObject({ total: 4, created: 3, failed: 1 });
    const organization = await named(company);
    const { items } = await api().contacts.list({ organizationId: organization.id, sort: 'name' });
    expect(items.map((contact: Answer) => [contact.firstName, contact.lastName])).toEqual([
      ['Ana', 'María López'],
      ['Jo', 'Dam'],
    ]);
    expect(await into({ entity: 'contacts', file })).toMatchObject({ created: 0, skipped: 3 });
    const undone = await undo(world, admin(), done.id);
    expect(undone.undo).toMatchObject({ removed: 4, keptCount: 0 });
    expect(await named(company)).toBeUndefined();
  });

  it('products and deals: prices, lines, contacts, stages, updates, and back again', async () => {
    const [product, buyer] = [fresh('Widget'), `buyer${serial}@x.test`];
    await into({ entity: 'products', file: csv('sku,name,price', `W-${serial},${product},"1,000.00"`) });
    await into({ entity: 'contacts', file: csv('email', buyer) });
    const id = `D-${serial}`;
    const deals = (amount: string, stage: string, closed: string): string =>
      csv(
        'id,name,product,amount,stage,closed on,contact email',
        `${id},Big one,${product},${amount},${stage},${closed},${buyer}`,
      );
    expect(await into({ entity: 'deals', file: deals('', 'Proposal', '') })).toMatchObject({ created: 1, failed: 0 });
    const find = async (): Promise<Answer> =>
      (
        await rowsOf(`select d.id, d.status, d.amount_minor, d.closed_at::date::text as closed, i.unit_price_minor, i.discount_minor, i.override_reason, (select count(*)::int from crm.deal_contacts c where c.deal_id = d.id) as contacts
      from crm.deals d left join crm.line_items i on i.deal_id = d.id where d.tenant_id = $1 and d.external_id = '${id}' and d.deleted_at is null`)
      )[0];
    expect(await find()).toMatchObject({ status: 'open', amount_minor: '100000', discount_minor: '0', contacts: 1 });
    const won = await into({
      entity: 'deals',
      file: deals('900', 'Won', '31/12/2020'),
      options: { duplicates: 'update' },
    });
    expect(won).toMatchObject({ updated: 1, failed: 0 });
    expect(await find()).toMatchObject({
      status: 'won',
      amount_minor: '90000',
      discount_minor: '10000',
      closed: '2020-12-31',
    });
    expect(
      await into({ entity: 'deals', file: deals('900', 'Won', '31/12/2020'), options: { duplicates: 'update' } }),
    ).toMatchObject({ updated: 0, skipped: 1 });
    await undo(world, admin(), won.id);
    expect(await find()).toMatchObject({ status: 'open', amount_minor: '100000', discount_minor: '0', closed: null });
    const over = await into({
      entity: 'deals',
      file: csv('name,product,amount,stage', `Over list,${product},1500,Lost`),
    });
    expect(over.notes.map(({ code }: Answer) => code)).toEqual(['lost_without_reason', 'closed_without_date']);
    expect(
      await rowsOf(
        `select i.override_reason, i.net_minor from crm.deals d join crm.line_items i on i.deal_id = d.id where d.tenant_id = $1 and d.name = 'Over list'`,
      ),
    ).toEqual([{ override_reason: 'imported', net_minor: '150000' }]);
    const unknown = await into({ entity: 'deals', file: csv('name,stage', 'Stageless,Dreaming') });
    expect(await errorsOf(world, admin(), unknown.id)).toMatchObject([
      { row: 2, column: 'stage', code: 'unknown_stage', value: 'Dreaming' },
    ]);
  });

  it('members: roles, addresses and managers; deactivated by undo, active again when they come again', async () => {
    const file = csv('name,manager', 'Zoë Łuk,Bo Boss', 'Bo Boss,');
    const options = { emailPattern: '{first}.{last}@team.test' };
    const done = await into({ entity: 'members', file, options });
    expect(done).toMatchObject({ created: 2, failed: 0 });
    const team = (): Promise<Answer[]> =>
      rowsOf(
        `select name, email, role, status from core.memberships where tenant_id = $1 and email like '%@team.test' order by name`,
      );
    expect(await team()).toEqual([
      { name: 'Bo Boss', email: 'bo.boss@team.test', role: 'manager', status: 'active' },
      { name: 'Zoë Łuk', email: 'zoe.luk@team.test', role: 'sales_rep', status: 'active' },
    ]);
    expect(await undo(world, admin(), done.id)).toMatchObject({ undo: { removed: 2 } });
    expect((await team()).map(({ status }) => status)).toEqual(['deactivated', 'deactivated']);
    await into({ entity: 'members', file, options });
    expect((await team()).map(({ status }) => status)).toEqual(['active', 'active']);
    expect(await into({ entity: 'members', file: csv('name', 'No Address') })).toMatchObject({ failed: 1 });
    expect(world.mails).toEqual([]);
  });

  it('each begin their timeline as those made by hand do, those that a row brought along too', async () => {
    const [company, product] = [fresh('Timely'), fresh('Watch')];
    const file = csv('Name,Email,Company', `Tess Time,tess${serial}@x.test,${company}`);
    const options = { createMissing: ['organization'] };
    const { id: importId } = await into({ entity: 'contacts', file, options });
    await into({ entity: 'products', file: csv('name,price', `${product},10`) });
    const { id } = await named(company);
    const entries = async (entity: string, of: string): Promise<Answer> =>
      (await api()[entity].timeline({ id: of })).items.map(({ type, data }: Answer) => [type, data.name]);
    expect((await api().organizations.timeline({ id })).items).toMatchObject([
      { type: 'organization.created', actorId: admin().userId, data: { name: company, importId } },
    ]);
    const [contact] = (await api().contacts.list({ organizationId: id })).items;
    expect(await entries('contacts', contact.id)).toEqual([['contact.created', 'Tess Time']]);
    const events = await rowsOf(
      `select entity, data ->> 'name' as name from core.events where tenant_id = $1 and type = 'product.created' and data ->> 'name' = '${product}'`,
    );
    expect(events).toEqual([{ entity: 'product', name: product }]);
    await into({
      entity: 'contacts',
      file: csv('Name,Email', `No Body,dry${serial}@x.test`),
      options: { dryRun: true },
    });
    expect(await rowsOf(`select 1 from core.events where tenant_id = $1 and data ->> 'name' = 'No Body'`)).toEqual([]);
  });
});
