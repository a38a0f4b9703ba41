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

const api = (person = world.acme.rep) => world.as(person).api;
const like = (input: object, person = world.acme.rep) => api(person).contactDuplicates.like(input);
const shown = async (input: object, person = world.acme.rep) =>
  (await like(input, person)).items.map(({ name, reasons }: { name: string; reasons: string[] }) => [name, ...reasons]);

describe('while a contact is typed', () => {
  it('names who has the e-mail, the phone number, or the name', async () => {
    const organization = await api().organizations.create({ name: 'Likely Ltd' });
    const { id: organizationId } = organization;
    const jose = await api().contacts.create({
      firstName: 'José',
      lastName: 'García',
      email: 'Jose@Likely.test',
      phone: '+44 20 7946 0958',
      organizationId,
    });
    await api().contacts.create({ firstName: 'Johann', lastName: 'Free' });
    expect(await shown({ email: 'jose@LIKELY.test' })).toEqual([['José García', 'email']]);
    expect(await shown({ phone: '(020) 7946-0958' })).toEqual([['José García', 'phone']]);
    expect(await shown({ firstName: 'garcia', lastName: 'JOSE', organizationId })).toEqual([['José García', 'name']]);
    expect(await shown({ firstName: 'Jose', lastName: 'Garcja', organizationId })).toEqual([['José García', 'name']]);
    expect(await shown({ firstName: 'Johann', lastName: 'Free', organizationId })).toEqual([['Johann Free', 'name']]);
    expect(await shown({ firstName: 'Jose', lastName: 'Garcia', phone: '02079460958' })).toEqual([
      ['José García', 'phone', 'name'],
    ]);
    expect(await shown({ firstName: 'Jose', lastName: 'Garcja' })).toEqual([]);
    expect(await shown({ email: 'jose@likely.test', exceptId: jose.id })).toEqual([]);
    expect(await shown({})).toEqual([]);
    const answer = await world.as(world.acme.rep).rest('GET', '/contacts/duplicates?email=jose%40likely.test');
    expect(answer).toMatchObject({
      status: 200,
      body: { items: [{ id: jose.id, organizationName: 'Likely Ltd', reasons: ['email'] }] },
    });
    await api().contacts.archive({ id: jose.id });
    expect(await shown({ email: 'jose@likely.test' })).toEqual([]);
  });

  it('names nobody whom the person may not see', async () => {
    await api(world.acme.otherRep).contacts.create({
      firstName: 'Hidden',
      lastName: 'Person',
      email: 'hidden@likely.test',
      phone: '+1 555 010 7788',
    });
    const input = { firstName: 'Hidden', lastName: 'Person', email: 'hidden@likely.test', phone: '555 010 7788' };
    for (const person of [world.acme.rep, world.globex.admin]) expect(await shown(input, person)).toEqual([]);
    expect(await shown(input, world.acme.manager)).toEqual([['Hidden Person', 'email', 'phone', 'name']]);
    await expect(api().contacts.create({ lastName: 'Me', email: 'hidden@likely.test' })).rejects.toMatchObject({
      cause: { reason: 'duplicate_email', current: undefined },
    });
  });

  it('refuses what it does not know', async () => {
    expect((await world.as(world.acme.rep).rest('GET', '/contacts/duplicates?name=x')).status).toBe(422);
    await expect(like({ organizationId: 'x' })).rejects.toMatchObject({ cause: { code: 'invalid' } });
  });
});

type Groups = { items: { contacts: { name: string }[] }[]; nextCursor: string | null };

describe('finding duplicates', () => {
  it('groups the same number and the same name at one organization, page by page, for managers', async () => {
    const { admin, rep } = world.globex;
    const one = await api(admin).organizations.create({ name: 'One' });
    const two = await api(admin).organizations.create({ name: 'Two' });
    const add = (fields: object, person = admin) => api(person).contacts.create(fields);
    for (const person of [admin, rep]) {
      await add({ firstName: 'Ann', lastName: 'Lee', organizationId: one.id, phone: '+1 415 555 0100' }, person);
      await add({ firstName: 'ANN', lastName: 'Léé', organizationId: two.id }, person);
    }
    await add({ lastName: 'Elsewhere', phone: '(415) 555-0100' });
    // The last eight digits alone are not the number.
    await add({ lastName: 'Other area', phone: '215 555 0100' });
    await add({ lastName: 'Alone', organizationId: one.id, phone: '+31 6 12345678' });
    const groups = (input: object): Promise<Groups> => api(admin).contactDuplicates.groups(input);
    const names = ({ items }: Groups) => items.map(({ contacts }) => contacts.map(({ name }) => name));
    expect(names(await groups({ by: 'phone' }))).toEqual([['Ann Lee', 'Ann Lee', 'Elsewhere']]);
    const first = await groups({ limit: 1 });
    const second = await groups({ limit: 1, cursor: first.nextCursor });
    const both = [...names(first), ...names(second)];
    expect(both).toHaveLength(2);
    expect(both).toEqual(
      expect.arrayContaining([
        ['ANN Léé', 'ANN Léé'],
        ['Ann Lee', 'Ann Lee'],
      ]),
    );
    expect((await groups({ limit: 1, cursor: second.nextCursor })).items).toEqual([]);
    await expect(groups({ by: 'phone', cursor: first.nextCursor })).rejects.toMatchObject({
      cause: { reason: 'bad_cursor' },
    });
    await expect(groups({ by: 'email' })).rejects.toMatchObject({ cause: { code: 'invalid' } });
    await expect(api(rep).contactDuplicates.groups({})).rejects.toMatchObject({ cause: { code: 'forbidden' } });
    expect((await api(world.acme.admin).contactDuplicates.groups({ by: 'phone' })).items).toEqual([]);
  });
});
