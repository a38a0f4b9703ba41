import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BOOK, type BookFile, bringIn, countBook, upload } from '../book-import.ts';
import { type Company, foundCompany } from '../company.ts';
import { signIn } from '../rest.ts';
import { type OwnServer, scratchFolder, startServer } from '../server.ts';

const folder = scratchFolder();
const env = { AURA_RATE_LIMIT_PER_MINUTE: '1000000' };
let server: OwnServer;
let company: Company;

beforeAll(async () => {
  server = await startServer({ dataDir: folder.dir, env });
  company = await foundCompany(server.rootHost, 'crash');
}, 240_000);
afterAll(async () => {
  await server?.stop();
  folder.remove();
}, 60_000);

const bookFile = (entity: string): BookFile => {
  const found = BOOK.find((file) => file.entity === entity);
  if (!found) throw new Error(`The book has no ${entity}.`);
  return found;
};

describe('a crash in the middle of an import', () => {
  it('leaves nothing half: after the restart the import is whole or gone', async () => {
    for (const entity of ['members', 'organizations', 'products']) await bringIn(company.api, bookFile(entity));
    const before = await countBook(company.api);
    const deals = bookFile('deals');
    const id = await upload(company.api, deals);
    // In the middle: some of the 8,800 rows are written, and the rest is not.
    for (;;) {
      const { body } = await company.api('GET', `/imports/${id}`);
      if (body.status === 'running' && body.processed > 0) break;
      expect(['queued', 'running'], 'too fast to be interrupted').toContain(body.status);
      await sleep(50);
    }
    await server.crash();

    const port = Number(server.rootHost.split(':')[1]);
    server = await startServer({ dataDir: folder.dir, port, env });
    const { api } = await signIn(company.admin);
    const seen = new Set<number>();
    const deadline = performance.now() + 200_000;
    let status = 'running';
    while (performance.now() < deadline) {
      const [{ body }, { deals: count }] = [await api('GET', `/imports/${id}`), await countBook(api)];
      seen.add(count);
      status = body.status;
      if (status === 'done' || status === 'failed') break;
      await sleep(500);
    }
    expect(['done', 'failed']).toContain(status);
    const after = await countBook(api);
    expect(after).toEqual({ ...before, deals: status === 'done' ? deals.rows : 0 });
    // Nobody ever saw a part of it.
    expect(
      [...seen].every((count) => count === 0 || count === deals.rows),
      [...seen].join(),
    ).toBe(true);
  }, 300_000);
});
