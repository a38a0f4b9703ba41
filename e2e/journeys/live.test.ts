import { describe, expect, it } from 'vitest';
import { useBrowser } from '../browser.ts';
import { uniqueSlug } from '../company.ts';
import { person } from '../demo.ts';
import { see, unsee } from '../look.ts';
import { signIn } from '../rest.ts';
import { signInBy } from '../sign-in.ts';

const browser = useBrowser();

describe('a page that is open', () => {
  it('shows a colleague’s change within two seconds, without a press', async () => {
    const rep = person('acme', 'rep');
    const manager = person('acme', 'manager');
    const { api } = await signIn(rep);
    const page = await browser.asPerson(manager);
    await page.goto(`${manager.origin}/dashboard`);
    const figure = page.locator('div', { has: page.getByRole('link', { name: 'Open pipeline' }) }).last();
    await see(figure.getByText(/\d/));
    const before = await figure.textContent();
    // The stream is open before the change that it tells of.
    await page.waitForTimeout(1_500);
    const startedAt = performance.now();
    const { status } = await api('POST', '/deals', { body: { name: uniqueSlug('live'), amount: '123456.00' } });
    expect(status).toBe(201);
    await expect.poll(() => figure.textContent(), { timeout: 5_000, interval: 25 }).not.toBe(before);
    const tookMs = performance.now() - startedAt;
    console.info(`A colleague's change was on the dashboard after ${Math.round(tookMs)} ms.`);
    expect(tookMs).toBeLessThan(2_000);
  });

  it('takes one connection for all tabs, and a tab in the background takes none', async () => {
    const manager = person('acme', 'manager');
    const page = await browser.asPerson(manager);
    const streams: string[] = [];
    page.context().on('request', (request) => {
      if (new URL(request.url()).pathname === '/api/live') streams.push(request.url());
    });
    await page.goto(`${manager.origin}/dashboard`);
    await expect.poll(() => streams.length).toBe(1);
    const second = await page.context().newPage();
    await second.goto(`${manager.origin}/deals`);
    await second.waitForTimeout(2_000);
    expect(streams).toHaveLength(1);
  });

  it('counts what one is told of, and no longer once it is taken back', async () => {
    const rep = person('acme', 'otherRep');
    const [manager, { api: own }] = [await signIn(person('acme', 'manager')), await signIn(rep)];
    await own('POST', '/notifications/read', { body: { all: true } });
    const { userId } = (await own('GET', '/me')).body;
    const { body: deal } = await manager.api('POST', '/deals', { body: { name: uniqueSlug('told') } });
    const page = await browser.asPerson(rep);
    await page.goto(`${rep.origin}/contacts`);
    await see(page.getByRole('button', { name: 'Notifications', exact: true }));
    await page.waitForTimeout(1_500);
    await manager.api('POST', `/deals/${deal.id}/share`, { body: { userId } });
    const bell = page.getByRole('button', { name: 'Notifications, 1 unread' });
    await see(bell);
    await bell.click();
    const told = page.getByRole('link', { name: `shared the deal ${deal.name} with you` });
    await see(told);
    await manager.api('DELETE', `/deals/${deal.id}/share/${userId}`);
    await unsee(told);
    expect(await page.getByText(deal.name).count()).toBe(0);
  });

  it('ends with the session: who signs out elsewhere is asked to sign in', async () => {
    const rep = person('globex', 'rep');
    const { api } = await signIn(rep);
    const page = await browser.visitor();
    await signInBy(page, rep);
    await page.goto(`${rep.origin}/deals`);
    await see(page.getByRole('main'));
    const { body } = await api('GET', '/me/sessions');
    const [newest] = body.items
      .filter(({ kind }: { kind: string }) => kind === 'browser')
      .toSorted((a: { createdAt: string }, b: { createdAt: string }) => b.createdAt.localeCompare(a.createdAt));
    browser.guard.allow(/401/);
    expect((await api('DELETE', `/me/sessions/${newest.id}`)).status).toBe(204);
    await see(page.getByRole('dialog', { name: 'Sign in again' }));
  });
});
