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

// What each system calls its columns when it exports them; what is not named here is left out.
const EXPORTS: [string, string, Record<string, string>, string[]][] = [
  [
    ...(['HubSpot', 'contacts'] as const),
    {
      ...{ 'Record ID': 'externalId', 'First Name': 'firstName', 'Last Name': 'lastName', Email: 'email' },
      ...{ 'Phone Number': 'phone', 'Contact owner': 'owner.name', 'Associated Company': 'organization.name' },
      'Job Title': 'title',
    },
    ['Mobile Phone Number', 'Associated Company IDs', 'Lead Status', 'Create Date (EST)', 'Lifecycle Stage'],
  ],
  [
    ...(['HubSpot', 'organizations'] as const),
    {
      ...{ 'Record ID': 'externalId', 'Company name': 'name', 'Company owner': 'owner.name', City: 'location' },
      ...{ Industry: 'industry', 'Company Domain Name': 'website', 'Number of Employees': 'size' },
      'Parent Company': 'parent.name',
    },
    ['Country/Region', 'Annual Revenue', 'Create Date (EST)', 'Associated Contact'],
  ],
  [
    ...(['HubSpot', 'deals'] as const),
    {
      ...{ 'Record ID': 'externalId', 'Deal Name': 'name', 'Deal Stage': 'stage.name', 'Close Date (EST)': 'closedOn' },
      ...{ 'Deal owner': 'owner.name', Amount: 'amount', Currency: 'currency', Pipeline: 'pipeline.name' },
      ...{ 'Create Date (EST)': 'openedOn', 'Deal probability': 'probability', 'Deal Description': 'notes' },
      ...{ 'Next step': 'nextStep', 'Closed Lost Reason': 'lostReason' },
      ...{ 'Associated Contact': 'contacts.name', 'Associated Company': 'organization.name' },
    },
    ['Associated Contact IDs', 'Associated Company IDs', 'Weighted amount'],
  ],
  [
    ...(['HubSpot', 'products'] as const),
    {
      ...{ 'Record ID': 'externalId', Name: 'name', SKU: 'sku', 'Product description': 'description' },
      ...{ 'Unit price': 'price.amount', 'Unit cost': 'price.cost', Currency: 'price.currency' },
    },
    [],
  ],
  [
    ...(['Pipedrive', 'contacts'] as const),
    {
      ...{ 'Person - ID': 'externalId', 'Person - Name': 'name', 'Person - Organization': 'organization.name' },
      ...{ 'Person - Email - Work': 'email', 'Person - Phone - Work': 'phone', 'Person - Owner': 'owner.name' },
      ...{ 'Person - First name': 'firstName', 'Person - Last name': 'lastName', 'Person - Job title': 'title' },
    },
    ['Person - Email - Home', 'Person - Phone - Mobile', 'Person - Label', 'Person - Person created'],
  ],
  [
    ...(['Pipedrive', 'organizations'] as const),
    {
      ...{ 'Organization - ID': 'externalId', 'Organization - Name': 'name', 'Organization - Owner': 'owner.name' },
      ...{ 'Organization - Address': 'location', 'Organization - Website': 'website' },
    },
    ['Organization - Label', 'Organization - People'],
  ],
  [
    ...(['Pipedrive', 'deals'] as const),
    {
      ...{ 'Deal - ID': 'externalId', 'Deal - Title': 'name', 'Deal - Value': 'amount', 'Deal - Owner': 'owner.name' },
      ...{ 'Deal - Currency of Value': 'currency', 'Deal - Stage': 'stage.name', 'Deal - Pipeline': 'pipeline.name' },
      ...{ 'Deal - Probability': 'probability', 'Deal - Organization': 'organization.name' },
      ...{ 'Deal - Contact person': 'contacts.name', 'Deal - Expected close date': 'closedOn' },
      ...{ 'Deal - Deal created': 'openedOn', 'Deal - Lost reason': 'lostReason' },
    },
    ['Deal - Status', 'Deal - Won time', 'Deal - Label'],
  ],
  [
    ...(['Pipedrive', 'products'] as const),
    {
      ...{ 'Product - Name': 'name', 'Product - Product code': 'sku', 'Product - Unit price': 'price.amount' },
      ...{ 'Product - Currency': 'price.currency', 'Product - Category': 'category', 'Product - Active': 'active' },
      'Product - Cost per unit': 'price.cost',
    },
    ['Product - Owner'],
  ],
  [
    ...(['Salesforce', 'contacts'] as const),
    {
      ...{ 'Contact ID': 'externalId', 'First Name': 'firstName', 'Last Name': 'lastName', Title: 'title' },
      ...{ 'Account Name': 'organization.name', Email: 'email', Phone: 'phone', 'Contact Owner': 'owner.name' },
    },
    ['Salutation', 'Mobile', 'Mailing Street', 'Contact Owner Alias', 'Lead Source', 'Created Date'],
  ],
  [
    ...(['Salesforce', 'organizations'] as const),
    {
      ...{ 'Account ID': 'externalId', 'Account Name': 'name', 'Account Owner': 'owner.name', Industry: 'industry' },
      ...{ 'Parent Account': 'parent.name', Employees: 'size', 'Billing City': 'location', Website: 'website' },
    },
    ['Type', 'Annual Revenue', 'Billing Country', 'Phone'],
  ],
  [
    ...(['Salesforce', 'deals'] as const),
    {
      ...{ 'Opportunity ID': 'externalId', 'Opportunity Name': 'name', 'Account Name': 'organization.name' },
      ...{ 'Opportunity Owner': 'owner.name', Stage: 'stage.name', Amount: 'amount', 'Close Date': 'closedOn' },
      ...{ 'Created Date': 'openedOn', 'Probability (%)': 'probability', 'Next Step': 'nextStep' },
      ...{ Description: 'notes', 'Loss Reason': 'lostReason', 'Primary Contact': 'contacts.name' },
    },
    ['Owner Role', 'Lead Source'],
  ],
  [
    ...(['Salesforce (data loader)', 'deals'] as const),
    {
      ...{ Id: 'externalId', Name: 'name', AccountId: 'organization.externalId', StageName: 'stage.name' },
      ...{ Amount: 'amount', CurrencyIsoCode: 'currency', CloseDate: 'closedOn', CreatedDate: 'openedOn' },
    },
    ['OwnerId', 'LeadSource'],
  ],
  [
    ...(['Salesforce', 'products'] as const),
    {
      ...{ 'Product ID': 'externalId', 'Product Name': 'name', 'Product Code': 'sku', 'Product Family': 'category' },
      ...{ 'Product Description': 'description', 'List Price': 'price.amount', Active: 'active' },
    },
    [],
  ],
];

describe('the first guess of what another system exports', () => {
  it.each(EXPORTS)('%s, %s', (_system, entity, mapped, left) => {
    const wanted = { ...mapped, ...Object.fromEntries(left.map((name) => [name, null])) };
    expect(guessFor(entity, Object.keys(wanted)).mapping).toEqual(wanted);
  });

  it.each(['Contact Owner', 'Owner Name', 'Deal owner', 'Company Owner', 'Record owner', 'Assigned to', 'Lead Owner'])(
    'takes “%s” for the owner of whatever it is, never for its name',
    (name) => {
      for (const entity of ['contacts', 'organizations', 'deals'])
        expect(guessFor(entity, ['Name', name]).mapping).toEqual({ Name: 'name', [name]: 'owner.name' });
      expect(guessFor('contacts', [name]).mapping).toEqual({ [name]: 'owner.name' });
      expect(guessFor('contacts', [`${name} email`]).mapping[`${name} email`]).not.toBe('email');
    },
  );
});
