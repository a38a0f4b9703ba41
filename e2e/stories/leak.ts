import type { Page } from 'playwright-core';

/** Notes wherever a word comes to this page: drawn, in its document, or in an answer. Call before the first navigation. */
export async function watchForWord(page: Page, word: string): Promise<() => string[]> {
  const places = new Set<string>();
  await page.exposeBinding('auraLeak', (_, place: string) => void places.add(`drawn at ${page.url()}: ${place}`));
  await page.addInitScript((hidden) => {
    const { auraLeak } = globalThis as unknown as { auraLeak: (place: string) => void };
    const look = (text: string | null): void => {
      if (text?.includes(hidden)) auraLeak(text.slice(0, 200));
    };
    new MutationObserver((records) => {
      for (const { addedNodes, target, type } of records) {
        if (type === 'characterData') look(target.textContent);
        for (const node of addedNodes) look(node.textContent);
      }
    }).observe(document, { childList: true, subtree: true, characterData: true });
  }, word);
  page.on('response', (response) => {
    if (!new URL(response.url()).pathname.startsWith('/api/')) return;
    response.text().then(
      (text) => (text.includes(word) ? places.add(`answered by ${response.url()}`) : undefined),
      () => undefined,
    );
  });
  return () => [...places];
}
