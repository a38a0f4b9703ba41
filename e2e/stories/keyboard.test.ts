import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBrowser } from '../browser.ts';
import type { Login } from '../demo.ts';
import { settle, unsee } from '../look.ts';
import { enterContent, finish, goTo, strike, type Walk, walkFrom, write } from './keyboard.ts';
import { make, type Office, openOffice, SHARED } from './office.ts';
import { addField, bringIn, changeRole } from './walks/admin.ts';
import {
  answerByShare,
  askWhoSees,
  callColleague,
  followNumber,
  giveAndTakeBack,
  takeReport,
} from './walks/manager.ts';
import { askManager, DEAL, dialog, heading, moveOn, sell, win } from './walks/rep.ts';

const HEADER = [
  '# Each flow by keyboard alone: the key that is pressed, or the text that is typed, and what has the focus after it.',
  '# "page" is the page itself, before the first key or past its last stop. Written by: vitest -u e2e/stories/keyboard',
].join('\n');

const browser = useBrowser();
const walks = new Map<string, readonly string[]>();
let office: Office;

beforeAll(async () => {
  office = await openOffice('keys');
});

/** A page that is loaded and at rest; what a person does there is a section of the file. */
async function begin(title: string, page: Page, address: string): Promise<Walk> {
  await page.goto(address);
  await settle(page);
  const walk = await walkFrom(page, title, [office.company.slug]);
  walks.set(title, walk.lines);
  return walk;
}

const beginAs = async (title: string, who: Login, path: string): Promise<Walk> =>
  begin(title, await browser.asPerson(who), `${who.origin}${path}`);

describe('by keyboard alone', () => {
  it('somebody signs in', async () => {
    const walk = await begin('Sign in', await browser.visitor(), `${office.rep.origin}/login`);
    const { page } = walk;
    await goTo(walk, /textbox "E-mail"/);
    await write(walk, office.rep.email);
    await goTo(walk, /textbox "Password"/);
    await write(walk, office.rep.password);
    await finish(walk, heading(page, 'My day'));
    await enterContent(walk);
    await goTo(walk, /link "Log a call"/);
    expect(new URL(page.url()).pathname).toBe('/dashboard');
  });

  it('a rep adds a contact, warned of a double', async () => {
    const walk = await beginAs('A contact', office.rep, '/dashboard');
    const { page } = walk;
    await strike(walk, 'n');
    await strike(walk, 'c', dialog(page, 'New contact'));
    await write(walk, 'Lena');
    await strike(walk, 'Tab');
    await write(walk, 'Okafor', page.getByText('This may be someone you have already'));
    await strike(walk, 'Shift+Tab');
    await write(walk, 'Ole');
    await strike(walk, 'Tab');
    await write(walk, 'Brandt');
    await unsee(page.getByText('This may be someone you have already'));
    await finish(walk, page.getByRole('main').getByRole('link', { name: 'Ole Brandt' }));
    await goTo(walk, /link "Ole Brandt"/);
    await strike(walk, 'Enter', heading(page, 'Ole Brandt'));
    expect(await dialog(page, 'New contact').count()).toBe(0);
  });

  it('a rep creates a deal, logs a call, plans, answers a stage’s question and wins', async () => {
    browser.guard.allow(/status of 422 .*deals\.setStage/);
    const walk = await beginAs('A deal that is won', office.rep, '/deals');
    const { page } = walk;
    await strike(walk, 'c', dialog(page, 'New deal'));
    await goTo(walk, /textbox "Title"/);
    await write(walk, DEAL);
    await goTo(walk, /textbox "Value/);
    await write(walk, '4000');
    await strike(walk, 'Control+Enter', page.getByRole('article', { name: DEAL }));
    await unsee(dialog(page, 'New deal'));
    await goTo(walk, new RegExp(`link "${DEAL}"`));
    await finish(walk, heading(page, DEAL));
    await strike(walk, 'l');
    await goTo(walk, /button "Connected"/);
    await finish(walk, page.getByText('Call logged: Connected'));
    await strike(walk, 't', dialog(page, /next step/i));
    await goTo(walk, /button "Tomorrow"/);
    await finish(walk, page.getByRole('region', { name: 'Next step' }).getByText(/Follow up|Tomorrow/));
    await moveOn(walk);
    await sell(walk);
    await askManager(walk);
    await win(walk);
    expect((await office.rep.api('GET', `/deals?status=won&q=${encodeURIComponent(DEAL)}`)).body.total).toBeGreaterThan(
      0,
    );
  });

  it('a rep loses a deal with the reason and takes it up again', async () => {
    const { id, name } = await make(office.rep.api, '/deals', { name: `${SHARED} lounge`, amount: '100.00' });
    const walk = await beginAs('A deal that is lost', office.rep, `/deals/${id}`);
    const { page } = walk;
    await strike(walk, 'x', page.getByRole('heading', { name: 'Why was it lost?' }));
    await goTo(walk, /button "No budget"/);
    await finish(walk, page.getByText('Lost: No budget'));
    await goTo(walk, /button "Reopen"/);
    await strike(walk, 'Enter', page.getByRole('menu'));
    await goTo(walk, /menuitemradio "Prospect"/, 'ArrowDown');
    await finish(walk, page.getByRole('button', { name: 'Lost', exact: true }));
    await strike(walk, 'v', dialog(page, 'Value'));
    await strike(walk, 'Control+a');
    await write(walk, '250');
    await strike(walk, 'Enter', page.getByRole('button', { name: /^\$250/ }).first());
    await strike(walk, 'Control+k', dialog(page, 'Search and commands'));
    await write(walk, 'reception', page.getByRole('option', { name: new RegExp(`${SHARED} reception`) }));
    await strike(walk, 'Escape');
    expect((await office.rep.api('GET', `/deals/${id}`)).body).toMatchObject({
      name,
      amount: '250.00',
      status: 'open',
    });
  });

  it('a manager follows a number, calls a colleague and asks who sees a deal', async () => {
    const { id } = await make(office.rep.api, '/deals', { name: `${SHARED} office`, amount: '300.00' });
    const numbers = await beginAs('A number of the dashboard', office.manager, '/dashboard');
    await followNumber(numbers);
    const walk = await beginAs('A note, and who sees a deal', office.manager, `/deals/${id}`);
    await callColleague(walk);
    await askWhoSees(walk, `${SHARED} office`);
    expect((await office.otherRep.api('GET', '/notifications?limit=5')).status).toBe(200);
  });

  it('a manager answers an escalation, gives deals in bulk and takes it back, and takes a report along', async () => {
    const { id } = await make(office.rep.api, '/deals', { name: `${SHARED} stairs`, amount: '300.00' });
    await make(office.rep.api, `/deals/${id}/escalate`, { reason: 'May I?' });
    await answerByShare(await beginAs('An escalation', office.manager, '/escalations'), `${SHARED} stairs`);
    const theirs = `/deals?layout=table&ownerId=${office.otherRep.userId}`;
    await giveAndTakeBack(await beginAs('Deals in bulk', office.manager, theirs));
    await takeReport(await beginAs('A report', office.manager, '/reports/pipeline'));
    expect((await office.manager.api('GET', `/deals/${id}`)).body.ownerId).toBe(office.rep.userId);
  });

  it('an admin imports, makes a field and changes a role', async () => {
    const { admin, api } = office.company;
    await bringIn(await beginAs('An import', admin, '/import'));
    await addField(await beginAs('A custom field', admin, '/settings/fields?of=deal'));
    await changeRole(await beginAs('A member’s role', admin, '/settings/members'));
    expect((await api('GET', '/contacts?q=Duarte')).body.total).toBe(1);
  });

  it('met what docs/generated/keyboard.txt says, in that order', async () => {
    const text = [...walks.values()].map((lines) => lines.join('\n')).join('\n\n');
    await expect(`${HEADER}\n\n${text}\n`).toMatchFileSnapshot('../../docs/generated/keyboard.txt');
  });
});
