import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { actionsOf, countActions } from '../actions.ts';
import { useBrowser } from '../browser.ts';
import { uniqueSlug } from '../company.ts';
import { type Login, person } from '../demo.ts';
import { see, unsee } from '../look.ts';
import { type Api, type Body, signIn } from '../rest.ts';
import { timeSignIn } from '../time-sign-in.ts';

const ACTIONS_MAX = 2;
/** 40 words of five letters a minute. */
const KEY_EVERY_MS = 300;
const CREATED_WITHIN_MS = 40_000;
const USABLE_WITHIN_MS = 5_000;
const TRIES = 5;

const browser = useBrowser();
let manager: Login;
let api: Api;
let colleague: Body;

beforeAll(async () => {
  manager = person('acme', 'manager');
  ({ api } = await signIn(manager));
  colleague = (await signIn(person('acme', 'otherRep')).then((voice) => voice.api('GET', '/me'))).body;
});

type Task = { page: Page; name: string; id: string; deal: () => Promise<Body> };

async function openTask(place: 'board' | 'record'): Promise<Task> {
  const name = `Budget ${uniqueSlug('deal')}`;
  const { status, body, text } = await api('POST', '/deals', { body: { name, amount: '1200.00' } });
  if (status !== 201) throw new Error(text);
  const page = await browser.asPerson(manager);
  await countActions(page);
  await page.goto(
    place === 'board' ? `${manager.origin}/deals?q=${encodeURIComponent(name)}` : `${manager.origin}/deals/${body.id}`,
  );
  await see(place === 'board' ? page.getByRole('article', { name }) : page.getByRole('heading', { level: 1, name }));
  return { page, name, id: body.id, deal: async () => (await api('GET', `/deals/${body.id}`)).body };
}

/** Runs a task and says how many actions it took; the record must say that it was done. */
async function actionsFor(
  place: 'board' | 'record',
  task: string,
  {
    act,
    isDone,
  }: { act: (task: Task) => Promise<void>; isDone: (deal: Body, task: Task) => Promise<boolean> | boolean },
): Promise<number> {
  const opened = await openTask(place);
  await act(opened);
  await expect.poll(async () => isDone(await opened.deal(), opened)).toBe(true);
  const actions = await actionsOf(opened.page);
  console.info(`${task} from the ${place}: ${actions} ${actions === 1 ? 'action' : 'actions'}.`);
  expect(actions).toBeGreaterThan(0);
  return actions;
}

async function typeValue(page: Page): Promise<void> {
  await see(page.getByRole('textbox', { name: /^Value of/ }));
  await page.keyboard.type('4500');
  await page.keyboard.press('Enter');
}

async function drag(page: Page, name: string, onto: () => Promise<{ x: number; y: number }>): Promise<void> {
  const card = await page.getByRole('article', { name }).boundingBox();
  if (!card) throw new Error('The board is not drawn.');
  await page.mouse.move(card.x + 60, card.y + 14);
  await page.mouse.down();
  await page.mouse.move(card.x + 90, card.y + 20, { steps: 4 });
  const { x, y } = await onto();
  await page.mouse.move(x, y, { steps: 8 });
  await page.mouse.up();
}

async function middleOf(page: Page, text: string): Promise<{ x: number; y: number }> {
  const target = page.getByText(text, { exact: true }).last();
  await see(target);
  const box = await target.boundingBox();
  if (!box) throw new Error(`${text} is not drawn.`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name }).first().click();
const choose = (page: Page, name: string): Promise<void> => page.getByRole('menuitemradio', { name }).click();
const hasCall = async (_: Body, { id }: Task): Promise<boolean> =>
  (await api('GET', `/activities?dealId=${id}`)).body.items.some(({ type }: Body) => type === 'call');

describe('from the board at most two actions', () => {
  it('move a deal, by its menu or by drag', async () => {
    await expect(
      actionsFor('board', 'Move by menu', {
        act: async ({ page, name }) => {
          await press(page, `Move ${name}, now in Prospect`);
          await choose(page, 'Qualified');
        },
        isDone: ({ stageName }) => stageName === 'Qualified',
      }),
    ).resolves.toBeLessThanOrEqual(ACTIONS_MAX);
    await expect(
      actionsFor('board', 'Move by drag', {
        act: ({ page, name }) =>
          drag(page, name, async () => {
            const box = await page.getByRole('region', { name: /^Qualified/ }).boundingBox();
            return { x: (box?.x ?? 0) + 140, y: (box?.y ?? 0) + 120 };
          }),
        isDone: ({ stageName }) => stageName === 'Qualified',
      }),
    ).resolves.toBeLessThanOrEqual(ACTIONS_MAX);
  });

  it('change its value', () =>
    expect(
      actionsFor('board', 'Value', {
        act: async ({ page }) => {
          await press(page, /value, change/);
          await typeValue(page);
        },
        isDone: ({ amount }) => amount === '4500.00',
      }),
    ).resolves.toBeLessThanOrEqual(ACTIONS_MAX));

  it('give it to a colleague', () =>
    expect(
      actionsFor('board', 'Owner', {
        act: async ({ page }) => {
          await press(page, /^Owner .*, change/);
          await choose(page, colleague.name);
        },
        isDone: ({ ownerId }) => ownerId === colleague.userId,
      }),
    ).resolves.toBeLessThanOrEqual(ACTIONS_MAX));

  it('win it, by drag or by key', async () => {
    await expect(
      actionsFor('board', 'Won by drag', {
        act: async ({ page, name }) => {
          await drag(page, name, () => middleOf(page, 'Won'));
          await press(page, 'Mark won');
        },
        isDone: ({ status }) => status === 'won',
      }),
    ).resolves.toBeLessThanOrEqual(ACTIONS_MAX);
    await expect(
      actionsFor('board', 'Won by key', {
        act: async ({ page, name }) => {
          await page.getByRole('link', { name }).focus();
          await page.keyboard.press('w');
          await see(page.getByRole('button', { name: 'Mark won' }));
          await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Mark won');
          await page.keyboard.press('Enter');
        },
        isDone: ({ status }) => status === 'won',
      }),
    ).resolves.toBeLessThanOrEqual(ACTIONS_MAX);
  });

  it('lose it, with the reason', () =>
    expect(
      actionsFor('board', 'Lost', {
        act: async ({ page, name }) => {
          await drag(page, name, () => middleOf(page, 'Lost'));
          await press(page, /^Price/);
        },
        isDone: ({ status, lostReason }) => status === 'lost' && Boolean(lostReason),
      }),
    ).resolves.toBeLessThanOrEqual(ACTIONS_MAX));

  it('log a call', () =>
    expect(
      actionsFor('board', 'Call', {
        act: async ({ page, name }) => {
          await page.getByRole('article', { name }).hover();
          await press(page, `Log a call about ${name}`);
          await press(page, 'Connected');
        },
        isDone: hasCall,
      }),
    ).resolves.toBeLessThanOrEqual(ACTIONS_MAX));

  it('say what comes next', () =>
    expect(
      actionsFor('board', 'Next step', {
        act: async ({ page }) => {
          await press(page, /change next step/);
          await press(page, 'Tomorrow');
        },
        isDone: ({ nextStepOn }) => nextStepOn !== null,
      }),
    ).resolves.toBeLessThanOrEqual(ACTIONS_MAX));
});

describe('from its page at most two actions', () => {
  it('move a deal', () =>
    expect(
      actionsFor('record', 'Move', {
        act: ({ page }) => press(page, /Qualified/),
        isDone: ({ stageName }) => stageName === 'Qualified',
      }),
    ).resolves.toBeLessThanOrEqual(ACTIONS_MAX));

  it('change its value', () =>
    expect(
      actionsFor('record', 'Value', {
        act: async ({ page }) => {
          await press(page, /value, change/);
          await typeValue(page);
        },
        isDone: ({ amount }) => amount === '4500.00',
      }),
    ).resolves.toBeLessThanOrEqual(ACTIONS_MAX));

  it('give it to a colleague', () =>
    expect(
      actionsFor('record', 'Owner', {
        act: async ({ page }) => {
          await press(page, /owner, change/);
          await choose(page, colleague.name);
        },
        isDone: ({ ownerId }) => ownerId === colleague.userId,
      }),
    ).resolves.toBeLessThanOrEqual(ACTIONS_MAX));

  it('win it', () =>
    expect(
      actionsFor('record', 'Won', {
        act: async ({ page }) => {
          await page.getByRole('button', { name: 'Won', exact: true }).click();
          await press(page, 'Mark won');
        },
        isDone: ({ status }) => status === 'won',
      }),
    ).resolves.toBeLessThanOrEqual(ACTIONS_MAX));

  it('lose it, with the reason', () =>
    expect(
      actionsFor('record', 'Lost', {
        act: async ({ page }) => {
          await page.getByRole('button', { name: 'Lost', exact: true }).click();
          await press(page, /^Price/);
        },
        isDone: ({ status, lostReason }) => status === 'lost' && Boolean(lostReason),
      }),
    ).resolves.toBeLessThanOrEqual(ACTIONS_MAX));

  it('log a call', () =>
    expect(
      actionsFor('record', 'Call', { act: ({ page }) => press(page, 'Connected'), isDone: hasCall }),
    ).resolves.toBeLessThanOrEqual(ACTIONS_MAX));

  it('say what comes next', () =>
    expect(
      actionsFor('record', 'Next step', {
        act: ({ page }) => press(page, 'Tomorrow'),
        isDone: ({ nextStepOn }) => nextStepOn !== null,
      }),
    ).resolves.toBeLessThanOrEqual(ACTIONS_MAX));
});

describe('at a person’s pace', () => {
  it('a deal is created within 40 seconds by somebody who types 40 words a minute', async () => {
    const page = await browser.asPerson(manager);
    await countActions(page);
    await page.goto(`${manager.origin}/deals`);
    await see(page.getByRole('article'));
    const name = `Renewal ${uniqueSlug('deal')}`;
    const startedAt = performance.now();
    await page.getByRole('button', { name: 'Deal', exact: true }).click();
    await page.getByLabel('Title').focus();
    await page.keyboard.type(name, { delay: KEY_EVERY_MS });
    await page.getByLabel('Value').focus();
    await page.keyboard.type('12500', { delay: KEY_EVERY_MS });
    await page.keyboard.press('Control+Enter');
    await unsee(page.getByRole('dialog'));
    await see(page.getByRole('article', { name }));
    const tookMs = performance.now() - startedAt;
    console.info(`A deal was typed and created in ${Math.round(tookMs)} ms.`);
    expect(tookMs).toBeLessThan(CREATED_WITHIN_MS);
    expect(await actionsOf(page)).toBeLessThanOrEqual(ACTIONS_MAX);
    expect((await api('GET', `/deals?q=${encodeURIComponent(name)}`)).body.items).toMatchObject([
      { amount: '12500.00' },
    ]);
  });

  it('the dashboard is there within five seconds of signing in, on a phone’s network', async () => {
    const tookMs: number[] = [];
    // The machine is not part of the budget: the best of five.
    while (tookMs.length < TRIES && !tookMs.some((each) => each < USABLE_WITHIN_MS))
      tookMs.push(await timeSignIn(await browser.visitor(), manager));
    console.info(`From signing in to the dashboard's figures: ${tookMs.map(Math.round).join(', ')} ms.`);
    expect(Math.min(...tookMs)).toBeLessThan(USABLE_WITHIN_MS);
  });
});
