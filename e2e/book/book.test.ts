import { beforeAll, describe, expect, it } from 'vitest';
import { bringInBook } from '../book.ts';
import { BOOK, BOOK_FACTS, type Brought, bringIn, countBook, readFacts, undo } from '../book-import.ts';
import { type Company, listAll, PASSWORD } from '../company.ts';
import { rootHost } from '../demo.ts';
import { linkIn, mailTo } from '../mailbox.ts';
import { type Api, apiOf, type Body, signIn } from '../rest.ts';
import { takeOut } from '../take-out.ts';

// The agent whose deals are counted in the file: 210 of 8,800.
const REP = { name: 'Boris Faz', email: 'boris.faz@maven.test', deals: 210, open: 57 };
const MANAGER = { email: 'rocco.neubert@maven.test' };
const LONG_MS = 300_000;

let company: Company;
let brought: Brought[];

beforeAll(async () => {
  const said: string[] = [];
  ({ company, brought } = await bringInBook({
    rootHost: rootHost(),
    email: `book-${Date.now()}@maven-owner.test`,
    password: PASSWORD,
    tell: (line) => void said.push(line),
  }));
  console.info(said.join('\n'));
}, LONG_MS);

/** Imported people have no password: they choose one by the reset mail. */
async function enter(email: string): Promise<Api> {
  const since = Date.now() - 1_000;
  const at = apiOf(company.host);
  expect((await at('POST', '/auth/password-reset', { body: { email } })).status).toBe(202);
  const link = new URL(linkIn(await mailTo(rootHost(), email, since)));
  expect(link.host).toBe(company.host);
  const reset = await at('POST', '/auth/password-reset/confirm', {
    body: { token: link.searchParams.get('token'), password: PASSWORD },
  });
  expect(reset.status).toBe(204);
  return (await signIn({ origin: company.admin.origin, email, password: PASSWORD })).api;
}

describe('the real book over REST', () => {
  it('arrives whole and with the right sums', async () => {
    expect(brought.map(({ result }) => result.created)).toEqual(BOOK.map(({ rows }) => rows));
    expect(await readFacts(company.api)).toEqual(BOOK_FACTS);
  });

  it('sends no mail to the imported people', async () => {
    const { members } = await countBook(company.api);
    expect(members).toBe(42);
    await expect(
      Promise.race([
        mailTo(rootHost(), REP.email),
        new Promise((_, reject) => setTimeout(() => reject(new Error('none')), 1_000)),
      ]),
    ).rejects.toThrow('none');
  });

  it('a rep sees only their own deals: in the list, on the board, in search, on the dashboard, in totals and in an export', async () => {
    const api = await enter(REP.email);
    const me = (await api('GET', '/me')).body;
    expect(me.role).toBe('sales_rep');
    const deals = await listAll(api, '/deals');
    expect(deals).toHaveLength(REP.deals);
    expect(new Set(deals.map(({ ownerName }: Body) => ownerName))).toEqual(new Set([REP.name]));
    expect((await api('GET', '/deals?limit=1')).body.total).toBe(REP.deals);
    const board = (await api('GET', '/deals/board')).body;
    expect(board.count).toBe(REP.open);
    expect(
      board.columns.flatMap((column: Body) => column.deals).every((deal: Body) => deal.ownerId === me.userId),
    ).toBe(true);
    const dashboard = (await api('GET', '/reports/dashboard?from=2016-01-01&to=2018-01-01')).body;
    expect(dashboard.open.count).toBe(REP.open);
    expect(dashboard.open.count + dashboard.current.won.count + dashboard.current.lost.count).toBe(REP.deals);
    expect(dashboard.byOwner.every(({ ownerId }: Body) => ownerId === me.userId)).toBe(true);
    // 1C1I7A6R is a deal of Moses Frase with Cancity.
    const hits = (await api('GET', '/search?q=Cancity')).body.items.filter(({ entity }: Body) => entity === 'deal');
    const own = new Set(deals.map(({ id }: Body) => id));
    expect(hits.every(({ id }: Body) => own.has(id))).toBe(true);
    const foreign = (await listAll(company.api, `/deals?q=Cancity&status=won`)).find(
      ({ ownerName }: Body) => ownerName === 'Moses Frase',
    );
    expect((await api('GET', `/deals/${foreign.id}`)).status).toBe(404);
    expect((await api('PATCH', `/deals/${foreign.id}`, { body: { notes: 'mine now' } })).status).toBe(404);
    const { id, records } = await takeOut(api, REP.email, { scope: 'deals' });
    expect(records).toHaveLength(REP.deals);
    expect(new Set(records.map((record) => record['owner.name']))).toEqual(new Set([REP.name]));
    expect((await takeOut(api, REP.email, { scope: 'deals', filter: { status: 'open' } })).records).toHaveLength(
      REP.open,
    );
    expect((await company.api('GET', `/exports/${id}/file`)).status).toBe(404);
  });

  it('a manager sees all 8,800', async () => {
    const api = await enter(MANAGER.email);
    expect((await api('GET', '/me')).body.role).toBe('manager');
    expect((await countBook(api)).deals).toBe(8_800);
    expect(await readFacts(api)).toEqual(BOOK_FACTS);
  });

  it(
    'changes nothing when it comes again',
    async () => {
      const before = await countBook(company.api);
      for (const file of BOOK) {
        const { result } = await bringIn(company.api, file);
        expect(result, file.file).toMatchObject({
          status: 'done',
          created: 0,
          updated: 0,
          skipped: file.rows,
          failed: 0,
        });
      }
      expect(await countBook(company.api)).toEqual(before);
      expect(await readFacts(company.api)).toEqual(BOOK_FACTS);
    },
    LONG_MS,
  );

  it(
    'goes again by undo, without a trace in the lists',
    async () => {
      for (const { result } of brought.toReversed()) {
        expect(await undo(company.api, result.id)).toMatchObject({
          status: 'undone',
          undo: { removed: result.entity === 'members' ? expect.any(Number) : result.created, keptCount: 0 },
        });
      }
      expect(await countBook(company.api)).toEqual({ members: 1, organizations: 0, products: 0, deals: 0 });
      expect((await company.api('GET', '/deals/board')).body.count).toBe(0);
    },
    LONG_MS,
  );
});
