import { setTimeout as sleep } from 'node:timers/promises';
import type { BrowserContext, Page, Request } from 'playwright-core';

const QUIET_MS = 500;
const QUIET_WITHIN_MS = 15_000;

type Traffic = { underWay: Set<Request>; quietSince: number };
const traffic = new WeakMap<Page, Traffic>();

/** Counts the requests of each page. The stream of changes stays open for good, so the browser itself is never idle. */
export function watchTraffic(context: BrowserContext): void {
  for (const page of context.pages()) watchPage(page);
  context.on('page', watchPage);
}

function watchPage(page: Page): void {
  if (traffic.has(page)) return;
  const seen: Traffic = { underWay: new Set(), quietSince: Date.now() };
  traffic.set(page, seen);
  const isLive = (request: Request): boolean => new URL(request.url()).pathname.startsWith('/api/live');
  const end = (request: Request): void => {
    if (seen.underWay.delete(request)) seen.quietSince = Date.now();
  };
  page.on('request', (request) => (isLive(request) ? undefined : seen.underWay.add(request)));
  page.on('requestfinished', end);
  page.on('requestfailed', end);
}

/** Waits until nothing has been asked for half a second. */
export async function becomeQuiet(page: Page): Promise<void> {
  const seen = traffic.get(page);
  if (!seen) throw new Error('Watch the traffic of the context before its page is opened.');
  const deadline = Date.now() + QUIET_WITHIN_MS;
  while (seen.underWay.size > 0 || Date.now() - seen.quietSince < QUIET_MS) {
    if (Date.now() > deadline)
      throw new Error(`Still under way: ${[...seen.underWay].map((request) => request.url()).join(', ')}`);
    await sleep(50);
  }
}
