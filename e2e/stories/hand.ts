import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { type Counted, countActions, countedOf } from '../actions.ts';

/** 40 words of five letters a minute; and to look for a thing, to point at it and to press it. */
const KEY_MS = 300;
const ACTION_MS = 1_300;

const SEEN_MAX = 6_000;

export type Told = Counted & { name: string; byHandMs: number };

/** A person at a page whose presses and keys are counted, task by task. */
export type Hand = {
  page: Page;
  /** Everything that was done so far. */
  told: Told[];
};

export async function handAt(page: Page): Promise<Hand> {
  await countActions(page);
  return { page, told: [] };
}

/** Does one task of a person in at most so many presses, and says what it took them. */
export async function task<T>(
  { page, told }: Hand,
  { name, actionsMax }: { name: string; actionsMax: number },
  act: (page: Page) => Promise<T>,
): Promise<T> {
  const before = await countedOf(page);
  const startedAt = performance.now();
  const done = await act(page).catch(async (error: unknown) => {
    throw new Error(`“${name}” stopped at ${page.url()}:\n${await seenOn(page)}`, { cause: error });
  });
  const waitedMs = performance.now() - startedAt;
  const after = await countedOf(page);
  const [actions, keys] = [after.actions - before.actions, after.keys - before.keys];
  const byHandMs = waitedMs + actions * ACTION_MS + keys * KEY_MS;
  told.push({ name, actions, keys, byHandMs });
  console.info(
    `${name}: presses ${actions}, keys ${keys}, ${seconds(byHandMs)} by hand, ${seconds(waitedMs)} of it here.`,
  );
  expect(actions, `presses of “${name}”`).toBeLessThanOrEqual(actionsMax);
  return done;
}

/** What a reader hears of the page, the dialog first. */
async function seenOn(page: Page): Promise<string> {
  const places = [page.getByRole('dialog').or(page.getByRole('alertdialog')), page.locator('main')];
  const texts = places.map((place) =>
    place
      .first()
      .ariaSnapshot({ timeout: 1_000 })
      .catch(() => ''),
  );
  return (await Promise.all(texts)).join('\n').slice(0, SEEN_MAX);
}

/** What all tasks together took, as a line for the test's output. */
export function sumOf(hands: readonly Hand[]): Omit<Told, 'name'> {
  const all = hands.flatMap(({ told }) => told);
  const sum = (what: 'actions' | 'keys' | 'byHandMs'): number => all.reduce((total, one) => total + one[what], 0);
  return { actions: sum('actions'), keys: sum('keys'), byHandMs: sum('byHandMs') };
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

export const press = (within: Page | Locator, name: string | RegExp): Promise<void> =>
  within
    .getByRole('button', { name, exact: typeof name === 'string' })
    .first()
    .click();
export const follow = (within: Page | Locator, name: string | RegExp): Promise<void> =>
  within
    .getByRole('link', { name, exact: typeof name === 'string' })
    .first()
    .click();

/** Key by key, over what was there. */
export async function type(field: Locator, text: string): Promise<void> {
  await field.fill('');
  await field.pressSequentially(text);
}

/** By its letters, as the keyboard chooses in a list of the browser's own. */
export async function choose(list: Locator, label: string): Promise<void> {
  await list.focus();
  await list.pressSequentially(label);
  await expect.poll(() => list.evaluate((node: HTMLSelectElement) => node.selectedOptions[0]?.label)).toBe(label);
}
