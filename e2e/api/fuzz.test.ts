import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Company, foundCompany } from '../company.ts';
import { rootHost } from '../demo.ts';
import { HOSTILE_BODIES, HOSTILE_IDS, HOSTILE_VALUES, HUGE_TEXT } from '../hostile.ts';
import { type Answer, type Asking, apiOf, type Body, rest, signIn } from '../rest.ts';
import { type Operation, operationsOf, sampleOf } from '../sample.ts';

// The committed description names the operations; description.test.ts holds the served one against it.
const documentFile = path.resolve(import.meta.dirname, '../../docs/generated/openapi.json');
const operations = operationsOf(JSON.parse(readFileSync(documentFile, 'utf8')));
const AT_ONCE = 8;
// Wrong passwords close the address that they come from: this one is nobody's.
const ELSEWHERE = { 'x-forwarded-for': '198.51.100.7' };

let company: Company;
let token: string;
let known: Record<string, string>;

beforeAll(async () => {
  company = await foundCompany(rootHost(), 'fuzz');
  ({ token } = company);
  const { api } = company;
  const make = async (at: string, body: object): Promise<string> => (await api('POST', at, { body })).body.id;
  const organizationId = await make('/organizations', { name: 'Fuzz and Sons' });
  const contactId = await make('/contacts', { firstName: 'Fay', lastName: 'Fuzz' });
  const dealId = await make('/deals', { name: 'Fuzzy deal', amount: '10.00' });
  const productId = await make('/products', { sku: 'F-1', name: 'Fuzzer', price: { amount: '5.00', currency: 'USD' } });
  const activityId = await make('/activities', {
    type: 'note',
    subject: 'A note',
    occurredAt: '2026-01-02T03:04:05Z',
    dealId,
  });
  const { body: pipelines } = await api('GET', '/pipelines');
  const { body: deal } = await api('GET', `/deals/${dealId}`);
  const { body: me } = await api('GET', '/me');
  known = {
    organizationId,
    contactId,
    dealId,
    productId,
    activityId,
    pipelineId: pipelines.items[0].id,
    stageId: deal.stageId,
    ownerId: me.userId,
    userId: me.userId,
  };
});

const pathWith = (operation: Operation, id: (name: string) => string): string =>
  operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => id(name));

/** The id of a record that is there, by the first part of the path. */
function realId(operation: Operation, name: string): string {
  const noun = operation.path.split('/')[1]?.replace(/ies$/, 'y').replace(/s$/, '') ?? '';
  return known[name === 'id' ? `${noun}Id` : name] ?? '0198c0de-0000-7000-8000-000000000001';
}

type Shot = { label: string; path: string; asking: Asking };

function shotsOf(operation: Operation): Shot[] {
  // Deleting what is there would take the ground from under the shots that follow.
  const isSafe = operation.method !== 'DELETE' && !/revoke|deactivate|password$/.test(operation.path);
  const at = pathWith(operation, (name) => (isSafe ? realId(operation, name) : '0198c0de-0000-7000-8000-000000000001'));
  const ids = operation.path.includes('{')
    ? HOSTILE_IDS.map((id) => ({
        label: `id ${id.slice(0, 20)}`,
        path: pathWith(operation, () => encoded(id)),
        asking: {},
      }))
    : [];
  return [...ids, ...queryShots(operation, at), ...bodyShots(operation, at)];
}

// Those that are (badly) encoded on purpose go as they are.
const encoded = (id: string): string => (id.includes('%') ? id : encodeURIComponent(id));

function queryShots({ parameters }: Operation, at: string): Shot[] {
  const texts = [
    ...HOSTILE_VALUES.map((value) => (typeof value === 'string' ? value : JSON.stringify(value))),
    'x'.repeat(5_000),
  ];
  return parameters
    .filter((parameter) => parameter.in === 'query')
    .flatMap(({ name }) => [
      ...texts.map((text) => ({
        label: `${name}=${text.slice(0, 20)}`,
        path: `${at}?${name}=${encodeURIComponent(text.toWellFormed())}`,
        asking: {},
      })),
      { label: `${name} twice`, path: `${at}?${name}=a&${name}=b&${name}[c]=d`, asking: {} },
      { label: `${name} badly encoded`, path: `${at}?${name}=%E0%A4%A`, asking: {} },
    ]);
}

function bodyShots({ method, body, isMultipart }: Operation, at: string): Shot[] {
  if (method === 'GET' || method === 'DELETE') return [];
  const whole = HOSTILE_BODIES.map(({ name, raw, type }) => ({
    label: name,
    path: at,
    asking: { raw, ...(type ? { headers: { 'content-type': type } } : {}) },
  }));
  if (isMultipart) return [...whole, ...fileShots(at)];
  if (!body?.properties) return whole;
  const base = sampleOf(body, '', known) as Record<string, unknown>;
  const properties = Object.keys(body.properties).flatMap((name) =>
    [...HOSTILE_VALUES, HUGE_TEXT].map((value) => ({
      label: `${name}: ${JSON.stringify(value).slice(0, 20)}`,
      path: at,
      asking: { body: { ...base, [name]: value } },
    })),
  );
  const missing = Object.keys(body.properties).map((name) => ({
    label: `no ${name}`,
    path: at,
    asking: { body: { ...base, [name]: undefined } },
  }));
  return [...whole, ...properties, ...missing];
}

function fileShots(at: string): Shot[] {
  const files: [string, string | Uint8Array][] = [
    ['an empty file', ''],
    ['only a header', 'name,amount'],
    ['NUL bytes', 'name\u0000,amo\u0000unt\n\u0000,\u0000\n'],
    ['binary', new Uint8Array(5_000).map((_, index) => (index * 73) % 256)],
    ['an open quote', `name\n"${'x'.repeat(50_000)}`],
    ['ten thousand columns', `${'a,'.repeat(10_000)}\n${'1,'.repeat(10_000)}`],
    ['prototype columns', '__proto__,constructor,toString\n1,2,3\n'],
    ['formulas', "name\n=cmd|'/c calc'!A1\n"],
  ];
  const options = [
    '{}',
    '[]',
    'null',
    '{"mapping": {"__proto__": "name"}}',
    '{"mapping": 7}',
    '{"duplicates": "all"}',
    'not json',
    `{"mapping": {"name": "${'x'.repeat(10_000)}"}}`,
  ];
  const formOf = (file: string | Uint8Array, entity: string, option: string): FormData => {
    const form = new FormData();
    form.set('file', new Blob([file as BlobPart]), '../../etc/passwd\u0000.csv');
    form.set('entity', entity);
    form.set('options', option);
    return form;
  };
  return [
    ...files.flatMap(([label, file]) =>
      ['deals', 'members', '__proto__'].map((entity) => ({
        label: `${label} of ${entity}`,
        path: at,
        asking: { form: formOf(file, entity, '{"dryRun": true}') },
      })),
    ),
    ...options.map((option) => ({
      label: `options ${option.slice(0, 30)}`,
      path: at,
      asking: { form: formOf('name\nx\n', 'organizations', option) },
    })),
  ];
}

/** What is wrong with an answer, or nothing. */
function objectTo({ status, headers, body, text }: Answer): string | null {
  if (status >= 500 || status === 0) return `${status} ${text.slice(0, 300)}`;
  if (status < 400) return null;
  if (!String(headers['content-type']).startsWith('application/problem+json'))
    return `${status} as ${headers['content-type']}: ${text.slice(0, 100)}`;
  if (!isProblem(body, status)) return `an incomplete problem: ${text.slice(0, 200)}`;
  // What the database says inside is nobody's business outside.
  return /\b(pg_|crm\.|core\.|identity\.|at .*\.ts:\d|node_modules|syntax error)/.test(text)
    ? `tells of its inside: ${text.slice(0, 300)}`
    : null;
}

function isProblem(body: Body, status: number): boolean {
  const texts = [body.requestId, body.code, body.title, body.type];
  return body.status === status && texts.every((text) => typeof text === 'string' && text !== '');
}

async function shootAll(shots: Shot[], method: string): Promise<string[]> {
  const faults: string[] = [];
  const queue = [...shots];
  const shoot = async (): Promise<void> => {
    for (let shot = queue.pop(); shot; shot = queue.pop()) {
      const headers = { ...ELSEWHERE, ...shot.asking.headers };
      const fault = await rest(company.host, method, `/api/v1${shot.path}`, { token, ...shot.asking, headers }).then(
        objectTo,
        (error: Error) => `no answer: ${error.message}`,
      );
      if (fault) faults.push(`${shot.label} → ${fault}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, shoot));
  return faults;
}

describe('hostile input', () => {
  it('covers every operation of the description', () => {
    expect(operations.length).toBeGreaterThan(100);
  });

  it.each(operations.map((operation) => ({ ...operation, label: `${operation.method} ${operation.path}` })))(
    'is refused with a problem: $label',
    async (operation) => {
      // An earlier operation may have ended this session.
      if ((await apiOf(company.host, token)('GET', '/me')).status === 401) ({ token } = await signIn(company.admin));
      expect(await shootAll(shotsOf(operation), operation.method)).toEqual([]);
    },
  );

  it('leaves the company standing', async () => {
    const { api } = await signIn(company.admin);
    expect((await api('GET', `/deals/${known['dealId']}`)).status).toBe(200);
    expect((await api('GET', '/members')).body.total).toBe(1);
  });
});
