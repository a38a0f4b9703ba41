import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Api, Body } from './rest.ts';

export const BOOK_FOLDER = path.join(import.meta.dirname, 'fixtures/maven-crm');

export type BookFile = { entity: string; file: string; rows: number; options: Record<string, unknown> };

/** The four files in the order in which they refer to each other, with the decisions that a person takes. */
export const BOOK: readonly BookFile[] = [
  { entity: 'members', file: 'sales_teams.csv', rows: 35, options: { emailPattern: '{first}.{last}@maven.test' } },
  {
    entity: 'organizations',
    file: 'accounts.csv',
    rows: 85,
    options: {
      createMissing: ['customField'],
      mapping: {
        account: 'name',
        sector: 'industry',
        subsidiary_of: 'parent.name',
        year_established: 'customFields.founded',
        revenue: 'customFields.revenue',
        employees: 'customFields.employees',
        office_location: 'customFields.office',
      },
    },
  },
  { entity: 'products', file: 'products.csv', rows: 7, options: {} },
  {
    entity: 'deals',
    file: 'sales_pipeline.csv',
    rows: 8_800,
    options: {
      values: { product: { GTXPro: 'GTX Pro' }, deal_stage: { Engaging: 'Qualified', Prospecting: 'Prospect' } },
    },
  },
];

const DONE_WITHIN_MS = 300_000;
const POLL_MS = 250;

export async function upload(api: Api, { entity, file, options }: BookFile): Promise<string> {
  const form = new FormData();
  form.set('file', new Blob([readFileSync(path.join(BOOK_FOLDER, file))], { type: 'text/csv' }), file);
  form.set('entity', entity);
  form.set('options', JSON.stringify(options));
  const { status, body, text } = await api('POST', '/imports', { form });
  if (status !== 202) throw new Error(`${file} was refused: ${status} ${text}`);
  return body.id;
}

/** Waits until a worker is through with an import, or with its undo. Throws when it takes longer than five minutes. */
export async function waitForImport(api: Api, id: string): Promise<Body> {
  const deadline = performance.now() + DONE_WITHIN_MS;
  for (;;) {
    const { status, body, text } = await api('GET', `/imports/${id}`);
    if (status !== 200) throw new Error(`GET /imports/${id}: ${status} ${text}`);
    if (body.status !== 'queued' && body.status !== 'running') return body;
    if (performance.now() > deadline)
      throw new Error(`The import of ${body.fileName} is still ${body.status} at ${body.processed} of ${body.total}.`);
    await sleep(POLL_MS);
  }
}

/** Asks for the undo of an import and waits until a worker is through with it. */
export async function undo(api: Api, id: string): Promise<Body> {
  const { status, text } = await api('POST', `/imports/${id}/undo`);
  if (status !== 202) throw new Error(`The undo was refused: ${status} ${text}`);
  return waitForImport(api, id);
}

export type Brought = { file: string; result: Body; rowsPerSecond: number };

/** Uploads one file and waits for its end. */
export async function bringIn(api: Api, file: BookFile): Promise<Brought> {
  const started = performance.now();
  const result = await waitForImport(api, await upload(api, file));
  return { file: file.file, result, rowsPerSecond: Math.round(file.rows / ((performance.now() - started) / 1_000)) };
}

export type BookCounts = { members: number; organizations: number; products: number; deals: number };

/** What anybody with this voice finds, by the totals of the lists. */
export async function countBook(api: Api): Promise<BookCounts> {
  const [members, organizations, products, deals] = await Promise.all([
    totalOf(api, '/members?status=active'),
    totalOf(api, '/organizations'),
    totalOf(api, '/products'),
    totalOf(api, '/deals'),
  ]);
  return { members, organizations, products, deals };
}

async function totalOf(api: Api, at: string): Promise<number> {
  const { status, body, text } = await api('GET', `${at}${at.includes('?') ? '&' : '?'}limit=1`);
  if (status !== 200) throw new Error(`GET ${at}: ${status} ${text}`);
  return body.total;
}

/** The book as its source knows it; money in whole dollars. */
export const BOOK_FACTS = {
  won: 4_238,
  wonWorth: 10_005_534,
  lost: 2_473,
  qualified: 1_589,
  prospect: 500,
  withoutOrganization: 1_425,
} as const;

export type BookFacts = { [name in keyof typeof BOOK_FACTS]: number };

/** The same numbers as the server tells them. */
export async function readFacts(api: Api): Promise<BookFacts> {
  const stages = (await api('GET', '/pipelines')).body.items[0].stages as Body[];
  const idOf = (name: string): string => stages.find((stage) => stage.name === name)?.id;
  const total = (filter: string): Promise<number> => totalOf(api, `/deals${filter}`);
  const won = (await api('GET', '/deals/board?status=won&limit=1')).body;
  return {
    won: won.count,
    wonWorth: Number(won.sums[0].amount),
    lost: await total('?status=lost'),
    qualified: await total(`?stageId=${idOf('Qualified')}`),
    prospect: await total(`?stageId=${idOf('Prospect')}`),
    withoutOrganization: (await total('')) - (await sumOverOrganizations(api)),
  };
}

/** How many deals belong to some organization. A few at a time: a busy server may refuse a crowd. */
async function sumOverOrganizations(api: Api): Promise<number> {
  const { items } = (await api('GET', '/organizations?limit=100')).body;
  let sum = 0;
  for (let at = 0; at < items.length; at += 5) {
    const totals = await Promise.all(
      items.slice(at, at + 5).map(({ id }: Body) => totalOf(api, `/deals?organizationId=${id}`)),
    );
    sum += totals.reduce((before: number, each: number) => before + each, 0);
  }
  return sum;
}
