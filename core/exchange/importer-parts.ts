import type { ImportField, ImportLink } from './importer.ts';

/** What every record has: its name in the system it came from, and who looks after it. */
export const externalIdField = (...headers: string[]): ImportField => ({ target: 'externalId', label: 'External id', type: 'text', column: 'external_id', max: 200, headers });

export const ownerLink: ImportLink = {
  name: 'owner',
  label: 'Owner',
  to: 'members',
  by: ['email', 'name'],
  column: 'owner_id',
  headers: {
    email: ['owner email', 'owner e mail', 'rep email', 'agent email', 'sales agent email'],
    name: ['owner', 'sales agent', 'sales rep', 'salesperson', 'sales person', 'agent', 'rep', 'account owner', 'deal owner', 'contact owner', 'account manager', 'assigned to', 'owner name'],
  },
};

export const organizationLink: ImportLink = {
  name: 'organization',
  label: 'Organization',
  to: 'organizations',
  by: ['externalId', 'name'],
  column: 'organization_id',
  headers: {
    externalId: ['account id', 'company id', 'organization id', 'organisation id', 'customer id', 'associated company id'],
    name: ['account', 'account name', 'company', 'company name', 'organization', 'organisation', 'organization name', 'customer', 'customer name', 'client', 'associated company', 'employer'],
  },
};
