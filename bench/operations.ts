import { recordId, recordIdSql, type TenantSpec } from './record-ids.ts';

export type BenchRole = 'manager' | 'rep';

/** What changes from request to request: numbers within bounds, drawn anew each time, `step` apart. */
export type Variable = { least: number; most: number; step?: number };
export type Draw = Record<string, number>;

export type Call = { method: 'GET' | 'POST'; path: string; body?: Record<string, unknown>; form?: FormData };

/** A value of the request, and the SQL by which a load script makes it of its own variables. */
export type Binding = { value: string; sql: string };

export type Operation = {
  name: string;
  variables: Record<string, Variable>;
  call(draw: Draw): Call;
  bindings(draw: Draw): Binding[];
};

export type Words = { rare: string; common: string; commonest: string; email: string; pair: string };

/** What people do all day. `words` are searched for. */
export function listOperations(spec: TenantSpec, role: BenchRole, words: Words): Operation[] {
  const owner = recordId(spec, 'user', role === 'rep' ? 1 : 2);
  const search = (name: string, q: string, sort = ''): Operation =>
    read(`search contacts: ${name}`, `/contacts?q=${encodeURIComponent(q)}${sort}`);
  return [
    read('list contacts', '/contacts'),
    read('list contacts by name', '/contacts?sort=name'),
    read('list contacts of a custom option', '/contacts?customFields.leadSource=Partner'),
    read(
      'list contacts of a custom option and range',
      '/contacts?customFields.leadSource=Partner&customFields.seats.min=500',
    ),
    read('list organizations', '/organizations'),
    read('list activities', '/activities'),
    read('list deals', '/deals'),
    read('list deals by amount', '/deals?sort=-amount'),
    read('list deals of a stage and owner', `/deals?stageId=${recordId(spec, 'stage', 2)}&ownerId=${owner}`),
    search('rare word', words.rare),
    search('common word', words.common),
    search('common word, by name', words.common, '&sort=name'),
    search('commonest word', words.commonest),
    search('e-mail', words.email),
    search('two words', words.pair),
    read('search deals: common word', '/deals?q=logistics'),
    read('search all: common word', `/search?q=${words.common}`),
    read('duplicates while typing', `/contacts/duplicates?${typedContact(spec, words)}`),
    read('board', '/deals/board'),
    ...reports,
    createContact(spec),
    moveDeal(spec, role),
  ];
}

// The bench's newest deals are of October 2026.
const month = 'from=2026-10-01&to=2026-10-31';
const quarter = 'from=2026-07-01&to=2026-09-30';
const year = 'from=2026-01-01&to=2026-12-31';
const reports: readonly Operation[] = [
  read('dashboard of a month', `/reports/dashboard?${month}`),
  read('dashboard of a year', `/reports/dashboard?${year}`),
  read('report: pipeline', '/reports/pipeline'),
  read('report: forecast', '/reports/forecast'),
  read('report: forecast of a year', `/reports/forecast?${year}`),
  read('report: conversion of a quarter', `/reports/conversion?${quarter}`),
  read('report: conversion of a year', `/reports/conversion?${year}`),
  read('report: activity of a month', `/reports/activity?${month}`),
  read('report: activity of a year', `/reports/activity?${year}`),
  read('report: lost reasons of a quarter', `/reports/lost-reasons?${quarter}`),
  read('report: lost reasons of a year', `/reports/lost-reasons?${year}`),
];

function read(name: string, path: string): Operation {
  return { name, variables: {}, call: () => ({ method: 'GET', path }), bindings: () => [] };
}

/** As a pattern of SQL: what createContact() leaves behind. */
export const MADE_EMAILS = 'petra.%x@golden.example';

/** Somebody of a common name at the organization that has the most contacts. */
function typedContact(spec: TenantSpec, { email, pair }: Words): string {
  const [firstName = '', lastName = ''] = pair.split(' ');
  const organizationId = recordId(spec, 'organization', 0);
  return String(new URLSearchParams({ firstName, lastName, email, phone: '+49 30 1000000', organizationId }));
}

function createContact(spec: TenantSpec): Operation {
  return {
    name: 'create contact',
    variables: { serial: { least: 1, most: 2_000_000_000 } },
    call: ({ serial = 0 }) => ({
      method: 'POST',
      path: '/contacts',
      body: {
        firstName: 'Petra',
        lastName: 'Steinberg',
        email: `petra.${serial}x@golden.example`,
        phone: '+49 30 901820',
        title: 'Buyer',
        organizationId: recordId(spec, 'organization', 1),
      },
    }),
    bindings: ({ serial = 0 }) => [
      { value: `petra.${serial}x@golden.example`, sql: `('petra.' || :serial::text || 'x@golden.example')` },
    ],
  };
}

function moveDeal(spec: TenantSpec, role: BenchRole): Operation {
  // Every tenth deal is open, every fiftieth the first rep's.
  const step = role === 'rep' ? 50 : 10;
  return {
    name: 'move deal to a stage',
    variables: { deal: { least: 1, most: Math.floor(spec.size.deals / step), step }, stage: { least: 1, most: 4 } },
    call: ({ deal = 0, stage = 0 }) => ({
      method: 'POST',
      path: `/deals/${recordId(spec, 'deal', deal)}/stage`,
      body: { stageId: recordId(spec, 'stage', stage) },
    }),
    bindings: ({ deal = 0, stage = 0 }) => [
      { value: recordId(spec, 'deal', deal), sql: recordIdSql(spec, 'deal', 'deal') },
      { value: recordId(spec, 'stage', stage), sql: recordIdSql(spec, 'stage', 'stage') },
    ],
  };
}

export function drawVariables(variables: Record<string, Variable>): Draw {
  return Object.fromEntries(
    Object.entries(variables).map(([name, { least, most, step = 1 }]) => [
      name,
      (least + Math.floor(Math.random() * (most - least + 1))) * step,
    ]),
  );
}
