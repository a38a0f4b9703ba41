import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBrowser } from '../browser.ts';
import { uniqueSlug } from '../company.ts';
import { type Login, person } from '../demo.ts';
import { countClicks, recordAnnouncements, see, unsee } from '../look.ts';
import { type Api, type Body, signIn } from '../rest.ts';

const browser = useBrowser();
let rep: Login;
let api: Api;

beforeAll(async () => {
  rep = person('acme', 'rep');
  ({ api } = await signIn(rep));
});

type Opened = { page: Page; name: string; id: string; clicks: () => Promise<number>; said: () => Promise<string[]> };

/** A deal of its own for each test, alone on the board. */
async function openBoard(login: Login = rep, fields: object = {}): Promise<Opened> {
  const name = `Journey ${uniqueSlug('deal')}`;
  const { status, body, text } = await api('POST', '/deals', { body: { name, amount: '1200.00', ...fields } });
  if (status !== 201) throw new Error(text);
  const page = await browser.asPerson(login);
  const clicks = await countClicks(page);
  const said = await recordAnnouncements(page);
  await page.goto(`${login.origin}/deals?q=${encodeURIComponent(name)}`);
  await see(page.getByRole('article', { name }));
  return { page, name, id: body.id, clicks, said };
}

const cardIn = (page: Page, stage: string, name: string) =>
  page.getByRole('region', { name: new RegExp(`^${stage}`) }).getByRole('article', { name });
const stageOf = async (id: string): Promise<string> => (await api('GET', `/deals/${id}`)).body.stageName;
const isFocused = (page: Page, name: string): Promise<void> =>
  page.waitForFunction((text) => document.activeElement?.textContent === text, name).then(() => undefined);

describe('a deal on the board', () => {
  it('is moved by drag: one gesture, said aloud, taken back with Ctrl+Z', async () => {
    const { page, name, id, said } = await openBoard();
    const card = await page.getByRole('article', { name }).boundingBox();
    const target = await page.getByRole('region', { name: /^Qualified/ }).boundingBox();
    if (!card || !target) throw new Error('The board is not drawn.');
    await page.mouse.move(card.x + card.width / 2, card.y + 20);
    await page.mouse.down();
    await page.mouse.move(card.x + card.width / 2 + 20, card.y + 24, { steps: 4 });
    await page.mouse.move(target.x + target.width / 2, target.y + 120, { steps: 8 });
    await page.mouse.up();
    await see(cardIn(page, 'Qualified', name));
    await expect.poll(() => stageOf(id)).toBe('Qualified');
    await expect.poll(async () => (await said()).join(' ')).toContain(`Moved ${name} to Qualified`);
    await page.keyboard.press('Control+z');
    await see(cardIn(page, 'Prospect', name));
    await expect.poll(() => stageOf(id)).toBe('Prospect');
  });

  it('is moved by its menu in two clicks', async () => {
    const { page, name, id, clicks } = await openBoard();
    await page.getByRole('button', { name: `Move ${name}, now in Prospect` }).click();
    await page.getByRole('menuitemradio', { name: 'Qualified' }).click();
    await see(cardIn(page, 'Qualified', name));
    expect(await clicks()).toBeLessThanOrEqual(2);
    await expect.poll(() => stageOf(id)).toBe('Qualified');
  });

  it('is moved by keyboard alone; focus goes with it and the move is announced', async () => {
    const { page, name, id, clicks, said } = await openBoard();
    await page.getByRole('link', { name }).focus();
    await page.keyboard.press('m');
    await see(page.getByRole('menuitemradio', { name: 'Prospect' }));
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toMatch(/Qualified|Proposal/);
    const chosen = (await page.evaluate(() => document.activeElement?.textContent)) ?? '';
    await page.keyboard.press('Enter');
    await see(cardIn(page, chosen, name));
    await isFocused(page, name);
    await expect
      .poll(async () => (await said()).join(' '))
      .toMatch(new RegExp(`Moved ${name} to ${chosen}.*Press Control Z to undo`));
    await expect.poll(() => stageOf(id)).toBe(chosen);
    await page.keyboard.press('Control+z');
    await see(cardIn(page, 'Prospect', name));
    expect(await clicks()).toBe(0);
  });

  it('stays where it is when the menu is left with Escape, and focus returns to the grip', async () => {
    const { page, name, id } = await openBoard();
    const grip = page.getByRole('button', { name: `Move ${name}, now in Prospect` });
    await grip.focus();
    await page.keyboard.press('Enter');
    await see(page.getByRole('menu'));
    await page.keyboard.press('Escape');
    await unsee(page.getByRole('menu'));
    await expect.poll(() => grip.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await stageOf(id)).toBe('Prospect');
  });

  it('moves one stage by ] and back by [', async () => {
    const { page, name, id } = await openBoard();
    await page.getByRole('link', { name }).focus();
    await page.keyboard.press(']');
    await expect.poll(() => stageOf(id)).toBe('Qualified');
    await isFocused(page, name);
    await page.keyboard.press('[');
    await expect.poll(() => stageOf(id)).toBe('Prospect');
  });

  it('changes its value with one click', async () => {
    const { page, name, id, clicks } = await openBoard();
    await page
      .getByRole('article', { name })
      .getByRole('button', { name: /value, change/ })
      .click();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('4500');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await api('GET', `/deals/${id}`)).body.amount).toBe('4500.00');
    expect(await clicks()).toBeLessThanOrEqual(1);
  });

  it('is given to a colleague by a manager in two clicks', async () => {
    const manager = person('acme', 'manager');
    const { page, name, id, clicks } = await openBoard(manager);
    const other = (await signIn(person('acme', 'otherRep')).then((voice) => voice.api('GET', '/me'))).body;
    await page
      .getByRole('article', { name })
      .getByRole('button', { name: /^Owner .*, change/ })
      .click();
    await page
      .getByRole('menuitemradio', { name: other.name })
      .or(page.getByRole('menuitem', { name: other.name }))
      .click();
    await expect
      .poll(async () => (await signIn(manager).then((voice) => voice.api('GET', `/deals/${id}`))).body.ownerId)
      .toBe(other.userId);
    expect(await clicks()).toBeLessThanOrEqual(2);
  });
});

describe('closing a deal', () => {
  it('as won takes two clicks, keeps the value and the day', async () => {
    const { page, name, id, clicks } = await openBoard();
    await page.getByRole('link', { name }).focus();
    await page.keyboard.press('w');
    await page.getByRole('button', { name: 'Mark won' }).click();
    await expect.poll(async () => (await api('GET', `/deals/${id}`)).body.status).toBe('won');
    expect((await api('GET', `/deals/${id}`)).body).toMatchObject({
      amount: '1200.00',
      probability: 100,
      closeDate: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    });
    expect(await clicks()).toBeLessThanOrEqual(2);
  });

  it('as lost needs a reason: choosing one is what loses it', async () => {
    const { page, name, id, clicks } = await openBoard();
    await page.getByRole('button', { name: `Move ${name}, now in Prospect` }).focus();
    await page.keyboard.press('x');
    await see(page.getByRole('heading', { name: 'Why was it lost?' }));
    await page.keyboard.press('Escape');
    expect(await stageOf(id)).toBe('Prospect');
    await page.getByRole('link', { name }).focus();
    await page.keyboard.press('x');
    await page.getByRole('button', { name: 'Other…' }).click();
    await page.getByRole('button', { name: 'Mark lost' }).click();
    await see(page.getByText('Enter why it was lost'));
    expect(await stageOf(id)).toBe('Prospect');
    await page.getByRole('button', { name: 'Price', exact: false }).first().click();
    await expect.poll(async () => (await api('GET', `/deals/${id}`)).body.status).toBe('lost');
    expect((await api('GET', `/deals/${id}`)).body.lostReason).toBeTruthy();
    expect(await clicks()).toBe(3);
  });

  it('is refused by the API without the reason', async () => {
    const { body: deal } = await api('POST', '/deals', { body: { name: `Journey ${uniqueSlug('deal')}` } });
    const lost = (await api('GET', '/pipelines')).body.items[0].stages.find(({ kind }: Body) => kind === 'lost');
    const answer = await api('POST', `/deals/${deal.id}/stage`, { body: { stageId: lost.id } });
    expect(answer).toMatchObject({
      status: 422,
      body: { errors: [expect.objectContaining({ path: expect.stringContaining('lostReason') })] },
    });
  });
});

describe('a new deal', () => {
  it('is made by keyboard: one click to open, the rest is typing', async () => {
    const page = await browser.asPerson(rep);
    const clicks = await countClicks(page);
    const said = await recordAnnouncements(page);
    await page.goto(`${rep.origin}/deals`);
    await page.getByRole('button', { name: 'Deal', exact: true }).click();
    const name = `Typed ${uniqueSlug('deal')}`;
    await page.getByLabel('Title').focus();
    await page.keyboard.type(name);
    await page.keyboard.press('Tab');
    await page.keyboard.type('2500');
    await page.keyboard.press('Control+Enter');
    await unsee(page.getByRole('dialog'));
    await expect
      .poll(async () => (await api('GET', `/deals?q=${encodeURIComponent(name)}`)).body.items[0])
      .toMatchObject({ name, amount: '2500.00', stageName: 'Prospect' });
    await expect.poll(async () => (await said()).join(' ')).toContain(`Deal ${name} created in Prospect`);
    expect(await clicks()).toBe(1);
  });

  it('keeps what was typed when something is missing, and says what', async () => {
    const page = await browser.asPerson(rep);
    await page.goto(`${rep.origin}/deals?new=true`);
    await page.getByLabel('Value').fill('12,00,x');
    await page.getByRole('button', { name: 'Create', exact: true }).click();
    await see(page.getByText('Enter a title or choose an organization'));
    await page.getByLabel('Title').fill('Half a deal');
    await page.getByRole('button', { name: 'Create', exact: true }).click();
    await see(page.getByText('Enter an amount using numbers', { exact: false }));
    expect(await page.getByLabel('Title').inputValue()).toBe('Half a deal');
  });
});

describe('logging a call', () => {
  it('takes two clicks at most and stands in the timeline', async () => {
    const { page, id, clicks } = await openBoard();
    await page.goto(`${rep.origin}/deals/${id}`);
    await page.getByRole('button', { name: 'Connected' }).click();
    await see(page.getByText('Call logged: Connected'));
    expect(await clicks()).toBeLessThanOrEqual(2);
    const { items } = (await api('GET', `/activities?dealId=${id}`)).body;
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ type: 'call' });
  });
});
