import { customFieldsModule } from '@aura/custom-fields/module';
import { organizationsModule } from '@aura/organizations/module';
import { testWorld, type World } from '@aura/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contactsModule } from './module.ts';

let world: World;
beforeAll(async () => {
  world = await testWorld({ modules: [customFieldsModule, organizationsModule, contactsModule] });
  const { api } = world.as(world.acme.rep);
  const organization = await api.organizations.create({ name: 'Bäckerei Großmann & Söhne' });
  await api.contacts.create({
    firstName: 'Zoë',
    lastName: "O'Brien-Núñez",
    email: 'zoe.obrien@bakery.example.com',
    phone: '020 7946 0958',
    title: 'Head of Ovens',
    organizationId: organization.id,
  });
  await api.contacts.create({ firstName: 'Jan', lastName: 'Jansen', phone: '+31 6 12345678' });
  await api.contacts.create({ firstName: 'Piet', lastName: 'Pietersen', phone: '06-87 65 43 21' });
  await api.contacts.create({ firstName: 'Sam', lastName: 'Smith', phone: '+1 (555) 010-2030' });
  await api.contacts.create({ firstName: 'Łukasz', lastName: 'Żak', phone: '48601234567' });
});
afterAll(() => world.close());

const ZOE = [`Zoë O'Brien-Núñez`];

describe('searching contacts (F7.3)', () => {
  it.each([
    ['case', 'ZOË', ZOE],
    ['accents', 'zoe nunez', ZOE],
    ['letters that are not accents', 'lukasz zak', ['Łukasz Żak']],
    ['word order', 'nunez zoe', ZOE],
    ['partial words', 'zo nun', ZOE],
    ['punctuation in a name', "o'brien", ZOE],
    ['a hyphen left out', 'brien nunez', ZOE],
    ['the e-mail, whole', 'Zoe.OBrien@bakery.example.com', ZOE],
    ['the e-mail, its beginning', 'zoe.obr', ZOE],
    ['the domain', 'bakery.example', ZOE],
    ['the company', 'bäckerei', ZOE],
    ['the company without accents', 'backerei sohne', ZOE],
    ['the company and the person', 'grossmann zoe', ZOE],
    ['the title', 'ovens zoe', ZOE],
    ['phone: as it is', '020 7946 0958', ZOE],
    ['phone: punctuation', '(020) 7946-0958', ZOE],
    ['phone: another country code form', '+44 20 7946 0958', ZOE],
    ['phone: trunk zero in brackets', '+44 (0)20 7946 0958', ZOE],
    ['phone: 00 for +', '0044 20 7946 0958', ZOE],
    ['phone: its beginning', '020 7946', ZOE],
    ['phone: its last seven digits', '9460958', ZOE],
    ['phone: national for international', '06 12345678', ['Jan Jansen']],
    ['phone: international as it is', '+31 6 1234 5678', ['Jan Jansen']],
    ['phone: international for national', '+31 6 87654321', ['Piet Pietersen']],
    ['phone: North America', '555-010-2030', ['Sam Smith']],
    ['phone: North America with its code', '1 555 010 2030', ['Sam Smith']],
    ['phone: North America with a plus', '+1 555 010 2030', ['Sam Smith']],
    ['phone: stored without a plus', '+48 601 234 567', ['Łukasz Żak']],
    ['phone: the digits in a row', '48601234567', ['Łukasz Żak']],
    ['nothing alike', 'zoe jansen', []],
  ])('forgives %s: %s', async (_, q, names) => {
    const { items } = await world.as(world.acme.rep).api.contacts.list({ q });
    expect(items.map(({ name }: { name: string }) => name)).toEqual(names);
  });
});
