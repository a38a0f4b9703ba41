import { beforeAll, describe, expect, it } from 'vitest';
import { useBrowser } from '../browser.ts';
import { person } from '../demo.ts';
import { expectNoAxeFindings, see, settle } from '../look.ts';
import { type Api, signIn } from '../rest.ts';
import { findRouteIds, type RouteIds } from '../routes.ts';

const NOBODYS = '0198c0de-0000-7000-8000-000000000001';
const KINDS = [
  ['/deals', 'deal', 'deal', 'All deals'],
  ['/contacts', 'contact', 'contact', 'All contacts'],
  ['/organizations', 'organization', 'organization', 'All organizations'],
  ['/import', 'import', 'import', 'All imports'],
] as const;

const browser = useBrowser();
let api: Api;
let ids: RouteIds;
let foreign: RouteIds;

beforeAll(async () => {
  ({ api } = await signIn(person('acme', 'manager')));
  const form = new FormData();
  form.set('file', new Blob(['name\nMissing nothing'], { type: 'text/csv' }), 'one.csv');
  form.set('entity', 'organizations');
  form.set('options', '{}');
  const { status, text } = await api('POST', '/imports', { form });
  if (status !== 202) throw new Error(text);
  ids = await findRouteIds(api);
  foreign = await findRouteIds((await signIn(person('globex', 'manager'))).api);
});

describe.each(KINDS)('the address below %s', (path, kind, noun, list) => {
  it('of no record answers 404, and says so within the workspace', async () => {
    browser.guard.allow(/status of 404/);
    const manager = person('acme', 'manager');
    const { origin } = manager;
    const page = await browser.asPerson(manager);
    for (const id of [NOBODYS, 'no-id', foreign[kind]]) {
      const answer = await page.goto(`${origin}${path}/${id}`);
      expect(answer?.status(), id).toBe(404);
      await see(page.getByText(`This ${noun} doesn't exist or you don't have access`));
    }
    await settle(page);
    expect(await page.title()).toContain('Not found');
    await see(page.getByRole('heading', { level: 1, name: 'Not found' }));
    await expectNoAxeFindings(page);
    await page.getByRole('link', { name: list }).click();
    await page.waitForURL(`${origin}${path}`);
  });

  it('of a record answers 200', async () => {
    const login = person('acme', 'manager');
    const page = await browser.asPerson(login);
    expect((await page.goto(`${login.origin}${path}/${ids[kind]}`))?.status()).toBe(200);
    await settle(page);
    expect(await page.getByText(/doesn't exist/).count()).toBe(0);
  });
});

it('of a colleague’s deal answers a rep 404, as if there were none', async () => {
  browser.guard.allow(/status of 404/);
  const { api: theirs } = await signIn(person('acme', 'otherRep'));
  const { body } = await theirs('POST', '/deals', { body: { name: 'Not for everyone' } });
  const rep = person('acme', 'rep');
  const page = await browser.asPerson(rep);
  expect((await page.goto(`${rep.origin}/deals/${body.id}`))?.status()).toBe(404);
  await see(page.getByText("This deal doesn't exist or you don't have access"));
  await theirs('DELETE', `/deals/${body.id}`);
  expect((await page.goto(`${rep.origin}/deals/${NOBODYS}`))?.status()).toBe(404);
});
