import {
  defineImporter,
  externalIdField,
  field,
  type ImportRow,
  organizationLink,
  ownerLink,
  type RowProblem,
} from '@aura/exchange';

export const contactImporter = defineImporter({
  entity: 'contacts',
  record: 'contact',
  label: 'Contacts',
  permission: 'contact:create',
  table: 'crm.contacts',
  isLive: 't.deleted_at is null',
  fields: [
    field(
      'firstName',
      { label: 'First name', column: 'first_name', max: 100, derivedFrom: ['name'] },
      'first name, given name, forename, first',
    ),
    field(
      'lastName',
      { label: 'Last name', column: 'last_name', max: 100, derivedFrom: ['name'] },
      'last name, surname, family name, last',
    ),
    field('name', { label: 'Full name', max: 200 }, 'full name, contact, contact name, person, display name'),
    field(
      'email',
      { label: 'E-mail', type: 'email', column: 'email', max: 254 },
      'e mail, email address, e mail address, mail, work email, contact email, email work, primary email',
    ),
    field(
      'phone',
      { label: 'Phone', column: 'phone', max: 50 },
      'phone number, telephone, tel, work phone, phone work, business phone, mobile, mobile phone, mobile phone number, phone mobile, cell',
    ),
    field('title', { label: 'Title', column: 'title', max: 150 }, 'job title, position, role, function'),
    externalIdField('id, contact id, person id, record id'),
  ],
  links: [organizationLink, ownerLink],
  keys: {
    externalId: { column: 't.external_id' },
    email: { column: 't.email_norm', fold: 'lower' },
    name: {
      column: 't.name_norm',
      fold: 'search.fold',
      shown: `concat_ws(' ', nullif(t.first_name, ''), nullif(t.last_name, ''))`,
    },
  },
  // Two people share a name more often than an import means the same one.
  matchOn: ['externalId', 'email'],
  keyText: (key, row) =>
    key === 'name' ? [row.values['firstName'], row.values['lastName']].filter(Boolean).join(' ') : row.values[key],
  ownerColumn: 'owner_id',
  hasCustomFields: true,
  fromKey: (key, text): Record<string, string> => {
    if (key === 'email') return { email: text };
    return key === 'externalId' ? { ...splitName(text), externalId: text } : splitName(text);
  },
  prepare: async (_scope, rows) => rows.flatMap((row): RowProblem[] => nameRow(row)),
});

function nameRow(row: ImportRow): RowProblem[] {
  const { values } = row;
  if (typeof values['name'] === 'string' && !values['firstName'] && !values['lastName'])
    Object.assign(values, splitName(values['name']));
  if (values['firstName'] || values['lastName'] || values['email']) return [];
  return [{ line: row.line, path: 'lastName', code: 'required', message: 'Enter a name or an e-mail' }];
}

/** "Jo van Dam" → Jo, van Dam; "Dam, Jo" the other way round; one word is a last name. */
function splitName(name: string): { firstName?: string; lastName: string } {
  const [family, given] = name.split(',').map((part) => part.trim());
  if (family && given) return { firstName: given, lastName: family };
  const [first = '', ...more] = name.trim().split(/\s+/);
  return more.length === 0 ? { lastName: first } : { firstName: first, lastName: more.join(' ') };
}
