import type { Page } from 'playwright-core';

type Counted = { auraActions: number };

/** Counts what a hand does: presses of the pointer, Enter, Space, and keys that act by themselves. Typing is no action. */
export async function countActions(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const counted = globalThis as unknown as Counted;
    counted.auraActions = 0;
    const count = (event: Event): void => {
      if (event.isTrusted) counted.auraActions += 1;
    };
    addEventListener('pointerdown', count, true);
    addEventListener(
      'keydown',
      (event) => {
        const isTyping = event.target instanceof HTMLElement && event.target.matches('input, textarea');
        const isAction = isTyping ? event.key === 'Enter' : event.key === 'Enter' || event.key.length === 1;
        if (isAction) count(event);
      },
      true,
    );
  });
}

export const actionsOf = (page: Page): Promise<number> =>
  page.evaluate(() => (globalThis as unknown as Counted).auraActions);
