import type { FieldType, ImportField, ImportLink, MatchKey } from './importer.ts';

type FieldFacts = Omit<ImportField, 'target' | 'type' | 'headers'> & { type?: FieldType };

/** `headers`: other names for it in files, separated by commas. */
export function field(target: string, facts: FieldFacts, headers = ''): ImportField {
  return { target, type: 'text', ...facts, headers: names(headers) };
}

type LinkFacts = Omit<ImportLink, 'by' | 'headers'>;

/** `by`: how it may be meant, with the headers that say so. */
export function link(facts: LinkFacts, by: Partial<Record<MatchKey, string>>): ImportLink {
  const headers = Object.fromEntries(Object.entries(by).map(([key, text]) => [key, names(text)]));
  return { ...facts, by: Object.keys(by) as MatchKey[], headers };
}

function names(text: string): string[] {
  return text.split(',').flatMap((name) => name.trim() || []);
}

/** The record's name in the system that it came from. */
export const externalIdField = (headers: string): ImportField =>
  field('externalId', { label: 'External id', column: 'external_id', max: 200 }, headers);

/** "contact owner", "deal owner email": each system names the owner by what is owned. */
function ownersOf(...facts: string[]): string {
  const owned = [
    '',
    'account',
    'company',
    'organization',
    'organisation',
    'contact',
    'person',
    'lead',
    'deal',
    'opportunity',
    'record',
    'hubspot',
  ];
  return facts.flatMap((fact) => owned.map((noun) => `${noun} owner ${fact}`.trim())).join();
}

export const ownerLink = link(
  { name: 'owner', label: 'Owner', to: 'members', column: 'owner_id' },
  {
    email: `${ownersOf('email', 'e mail')}, rep email, agent email, sales agent email, assigned to email`,
    name: `owner, sales agent, sales rep, salesperson, sales person, agent, rep, ${ownersOf('', 'name', 'full name')}, account manager, assigned to, assigned user, assigned rep, responsible`,
  },
);

export const organizationLink = link(
  { name: 'organization', label: 'Organization', to: 'organizations', column: 'organization_id' },
  {
    externalId: 'account id, company id, organization id, organisation id, customer id, associated company id',
    name: 'account, account name, company, company name, organization, organisation, customer, customer name, client, associated company, employer',
  },
);
