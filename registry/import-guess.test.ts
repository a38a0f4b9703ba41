import { describe, expect, it } from 'vitest';
import { bookFile, guessFor } from './import.fixture.ts';

// What each module calls its fields, against the headers of a real file and of common exports.
describe('the first guess', () => {
  it.each([
    [
      'organizations',
      'accounts.csv',
      {
        account: 'name',
        sector: 'industry',
        year_established: null,
        revenue: null,
        employees: 'size',
        office_location: 'location',
        subsidiary_of: 'parent.name',
      },
    ],
    ['products', 'products.csv', { product: 'name', series: 'category', sales_price: 'price.amount' }],
    ['members', 'sales_teams.csv', { sales_agent: 'name', manager: 'manager.name', regional_office: 'department' }],
    [
      'deals',
      'sales_pipeline.csv',
      {
        ...{
          opportunity_id: 'externalId',
          sales_agent: 'owner.name',
          product: 'items.product.name',
          account: 'organization.name',
        },
        ...{ deal_stage: 'stage.name', engage_date: 'openedOn', close_date: 'closedOn', close_value: 'amount' },
      },
    ],
  ])('fits the real file of %s', (entity, file, mapping) => {
    const header = String(bookFile(file).toString('utf8').split(/\r?\n/)[0]).split(',');
    expect(guessFor(entity, header).mapping).toEqual(mapping);
  });

  it('makes custom fields of what is left, when it may', () => {
    expect(guessFor('organizations', ['account', 'year_established', '2nd line', 'Größe'], true).mapping).toEqual({
      account: 'name',
      year_established: 'customFields.yearEstablished',
      '2nd line': 'customFields.column3',
      Größe: 'customFields.groe',
    });
  });

  it('uses a target once, and links a record by one column', () => {
    const { mapping, confidence } = guessFor('contacts', [
      'First Name',
      'Last Name',
      'Email',
      'E-mail address',
      'Company',
      'Account',
      'Owner email',
      'Owner',
    ]);
    expect(mapping).toEqual({
      ...{ 'First Name': 'firstName', 'Last Name': 'lastName', Email: 'email', 'E-mail address': null },
      ...{ Company: null, Account: 'organization.name', 'Owner email': 'owner.email', Owner: null },
    });
    expect(confidence).toMatchObject({ Email: 'exact', Account: 'guess', Company: 'none' });
  });
});
