import { customFieldsModule } from '@aura/custom-fields/module';
import { organizationsModule } from '@aura/organizations/module';
import { testWorld, type World } from '@aura/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contactsModule } from './module.ts';

let world: World;
beforeAll(async () => {
  world = await testWorld({ modules: [customFieldsModule, organizationsModule, contactsModule] });
});
afterAll(() => world.close());

type Contact = { id: string; name: string };
const api = (person = world.acme.rep) => world.as(person).api;
let count = 0;

/** So many contacts of one name and organization, of the rep unless said. */
async function alike(number = 2, person = world.acme.rep): Promise<[Contact, Contact, Contact]> {
  count += 1;
  const { id: organizationId } = await api(world.acme.admin).organizations.create({ name: `Twins ${count}` });
  const made = [];
  for (let n = 0; n < number; n += 1)
    made.push(await api(person).contacts.create({ firstName: 'Ann', lastName: `Twin ${count}`, organizationId }));
  return made as [Contact, Contact, Contact];
}

const shown = async (contact: Contact, person = world.acme.rep): Promise<string[]> => {
  const { firstName, lastName, organizationId } = await api(person).contacts.get({ id: contact.id });
  const found = await api(person).contactDuplicates.like({ firstName, lastName, organizationId, exceptId: contact.id });
  return found.items.map(({ id }: Contact) => id);
};
const groupOf = async (contact: Contact): Promise<string[] | undefined> => {
  const { items } = await api(world.acme.manager).contactDuplicates.groups({ limit: 50 });
  const groups: string[][] = items.map(({ contacts }: { contacts: Contact[] }) => contacts.map(({ id }) => id));
  return groups.find((ids) => ids.includes(contact.id));
};
const rowsOf = async (contact: Contact): Promise<number> => {
  const { rows } = await world.superuser.query(
    'select 1 from crm.contact_distinctions where contact_id = $1 or other_id = $1',
    [contact.id],
  );
  return rows.length;
};

describe('two contacts that are not the same person', () => {
  it('are shown together to nobody, from either side, until that is taken back', async () => {
    const [one, two] = await alike();
    expect(await shown(one)).toEqual([two.id]);
    expect(await groupOf(one)).toEqual([one.id, two.id]);
    await api().contactDuplicates.tellApart({ id: two.id, otherId: one.id });
    await api(world.acme.manager).contactDuplicates.tellApart({ id: one.id, otherId: two.id });
    expect(await rowsOf(one)).toBe(1);
    for (const person of [world.acme.rep, world.acme.manager, world.acme.admin]) {
      expect(await shown(one, person)).toEqual([]);
      expect(await shown(two, person)).toEqual([]);
    }
    expect(await groupOf(one)).toBeUndefined();
    await api().contactDuplicates.retell({ id: one.id, otherId: two.id });
    await api().contactDuplicates.retell({ id: one.id, otherId: two.id });
    expect(await shown(two)).toEqual([one.id]);
    expect(await groupOf(two)).toEqual([one.id, two.id]);
  });

  it('leave a third in the group of the one that it may be', async () => {
    const [one, two, three] = await alike(3);
    await api().contactDuplicates.tellApart({ id: one.id, otherId: two.id });
    expect(await groupOf(one)).toEqual([one.id, three.id]);
    await api().contactDuplicates.tellApart({ id: one.id, otherId: three.id });
    expect(await groupOf(two)).toEqual([two.id, three.id]);
    expect(await groupOf(one)).toBeUndefined();
  });

  it('are in the audit log and on both timelines, without the name of the other', async () => {
    const [one, two] = await alike();
    await api().contactDuplicates.tellApart({ id: one.id, otherId: two.id });
    await api().contactDuplicates.retell({ id: two.id, otherId: one.id });
    const { rows } = await world.superuser.query(
      'select type, data from core.events where entity_id = $1 order by id',
      [two.id],
    );
    expect(rows.slice(1)).toEqual([
      { type: 'contact.told_apart', data: { otherId: one.id } },
      { type: 'contact.retold', data: { otherId: one.id } },
    ]);
    const { rows: log } = await world.superuser.query(
      `select action, actor_id from audit.events where entity = 'contact_distinction' and entity_id = any ($1) order by id`,
      [[one.id, two.id]],
    );
    expect(log).toMatchObject([
      { action: 'contact_distinction.created', actor_id: world.acme.rep.userId },
      { action: 'contact_distinction.deleted', actor_id: world.acme.rep.userId },
    ]);
  });

  it('are forgotten when one is archived, by whoever does', async () => {
    const [one, two] = await alike();
    const [theirs] = await alike(1, world.acme.otherRep);
    await api(world.acme.manager).contactDuplicates.tellApart({ id: one.id, otherId: theirs.id });
    await api().contactDuplicates.tellApart({ id: one.id, otherId: two.id });
    expect(await rowsOf(one)).toBe(2);
    // The rep does not see one of the pairs; it goes all the same.
    await api().contacts.archive({ id: one.id });
    expect(await rowsOf(one)).toBe(0);
    await api().contacts.restore({ id: one.id });
    expect(await shown(one)).toEqual([two.id]);
  });

  it('are forgotten when they are merged all the same', async () => {
    const [one, two, three] = await alike(3);
    await api().contactDuplicates.tellApart({ id: one.id, otherId: two.id });
    await api().contactDuplicates.tellApart({ id: one.id, otherId: three.id });
    await api().contactMerges.merge({ id: one.id, otherId: two.id });
    expect(await rowsOf(two)).toBe(0);
    expect(await rowsOf(one)).toBe(1);
  });
});

describe('is refused', () => {
  const refusal = async (person: World['acme']['rep'], pair: object): Promise<number[]> => [
    (
      await world
        .as(person)
        .rest('POST', `/contacts/${Object.values(pair)[0]}/not-same`, { body: { otherId: Object.values(pair)[1] } })
    ).status,
    (await world.as(person).rest('DELETE', `/contacts/${Object.values(pair)[0]}/not-same/${Object.values(pair)[1]}`))
      .status,
  ];

  it('for contacts that the person does not see, of a colleague or of another tenant', async () => {
    const [one] = await alike(1);
    const [theirs] = await alike(1, world.acme.otherRep);
    for (const pair of [
      { id: one.id, otherId: theirs.id },
      { id: theirs.id, otherId: one.id },
    ])
      expect(await refusal(world.acme.rep, pair)).toEqual([404, 404]);
    const foreign = await world.as(world.globex.admin).api.contacts.create({ lastName: 'Foreign' });
    expect(await refusal(world.acme.admin, { id: one.id, otherId: foreign.id })).toEqual([404, 404]);
    expect(await refusal(world.globex.admin, { id: one.id, otherId: theirs.id })).toEqual([404, 404]);
  });

  it('of a contact and itself, of archived ones, and of what is no id', async () => {
    const [one, two] = await alike();
    expect(await refusal(world.acme.rep, { id: one.id, otherId: one.id })).toEqual([422, 422]);
    expect(await refusal(world.acme.rep, { id: one.id, otherId: 'x' })).toEqual([422, 422]);
    await api().contacts.archive({ id: two.id });
    expect(await refusal(world.acme.rep, { id: one.id, otherId: two.id })).toEqual([409, 409]);
  });

  it('by the database: a pair that is not seen is not read, written or deleted', async () => {
    const [one] = await alike(1);
    const [theirs] = await alike(1, world.acme.otherRep);
    await api(world.acme.manager).contactDuplicates.tellApart({ id: one.id, otherId: theirs.id });
    const [mine] = await alike(1);
    for (const person of [world.acme.rep, world.acme.otherRep, world.globex.admin]) {
      const { rows } = await world.as(person).run(async (ctx) => ({
        rows: await ctx.db.selectFrom('crm.contact_distinctions').select('other_id').execute(),
      }));
      expect(rows.map(({ other_id }) => other_id)).not.toContain(theirs.id);
      const gone = await world
        .as(person)
        .run((ctx) =>
          ctx.db.deleteFrom('crm.contact_distinctions').where('contact_id', '=', one.id).executeTakeFirst(),
        );
      expect(gone.numDeletedRows).toBe(0n);
    }
    await expect(
      world
        .as(world.acme.rep)
        .run((ctx) =>
          ctx.db.insertInto('crm.contact_distinctions').values({ contact_id: mine.id, other_id: theirs.id }).execute(),
        ),
    ).rejects.toMatchObject({ code: '42501' });
  });
});
