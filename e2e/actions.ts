import type { Page } from 'playwright-core';

export type Counted = { actions: number; keys: number };

const counted = new WeakMap<Page, Counted>();

/**
 * Counts what a hand does, from page to page: presses of the pointer, Enter, Space, and keys that act by themselves.
 * Typing is no action; its keys are counted apart. Call before the first navigation.
 */
export async function countActions(page: Page): Promise<void> {
  const seen: Counted = { actions: 0, keys: 0 };
  counted.set(page, seen);
  await page.exposeBinding('auraCount', (_, what: keyof Counted) => {
    seen[what] += 1;
  });
  await page.addInitScript(() => {
    const { auraCount } = globalThis as unknown as { auraCount: (what: keyof Counted) => void };
    addEventListener('pointerdown', (event) => (event.isTrusted ? auraCount('actions') : undefined), true);
    addEventListener(
      'keydown',
      (event) => {
        if (!event.isTrusted) return;
        const isTyping = event.target instanceof HTMLElement && event.target.matches('input, textarea, select');
        const isSign = event.key.length === 1 && !event.ctrlKey && !event.metaKey;
        if (event.key === 'Enter' || (isSign && !isTyping)) auraCount('actions');
        else if (isSign || event.key === 'Backspace') auraCount('keys');
      },
      true,
    );
  });
}

export async function countedOf(page: Page): Promise<Counted> {
  // What the page has counted reaches us before its answer does.
  await page.evaluate(() => undefined);
  return { actions: 0, keys: 0, ...counted.get(page) };
}

export const actionsOf = async (page: Page): Promise<number> => (await countedOf(page)).actions;
