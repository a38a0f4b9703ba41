import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { launchChromium } from './chromium.ts';
import type { Login } from './demo.ts';
import { readE2eEnv } from './env.ts';
import { createGuard, type Guard } from './guard.ts';
import { contextOf } from './sign-in.ts';
import { watchTraffic } from './traffic.ts';

export const WIDE = { width: 1280, height: 800 };
export const NARROW = { width: 320, height: 640 };
const STEP_WITHIN_MS = 20_000;

export type TestBrowser = {
  /** A page of somebody who is signed in. */
  asPerson(login: Login, options?: BrowserContextOptions): Promise<Page>;
  /** A page of somebody who is not. */
  visitor(options?: BrowserContextOptions): Promise<Page>;
  guard: Guard;
};

/** One browser for the tests of a file; each page lives for one test, which fails if the page misbehaved. */
export function useBrowser(): TestBrowser {
  const guard = createGuard();
  let browser: Browser | undefined;
  const running = (): Browser => {
    if (!browser) throw new Error('The browser is started before the first test.');
    return browser;
  };
  beforeAll(async () => {
    browser = await launchChromium(readE2eEnv().chromium);
  });
  afterEach(async () => {
    for (const context of browser?.contexts() ?? []) await context.close();
    expect(guard.take(), 'errors in the console').toEqual([]);
  });
  afterAll(() => browser?.close());
  const open = async (context: Awaited<ReturnType<Browser['newContext']>>): Promise<Page> => {
    guard.watch(context);
    watchTraffic(context);
    context.setDefaultTimeout(STEP_WITHIN_MS);
    return context.newPage();
  };
  return {
    guard,
    asPerson: async (login, options = {}) => open(await contextOf(running(), login, { viewport: WIDE, ...options })),
    visitor: async (options = {}) => open(await running().newContext({ viewport: WIDE, ...options })),
  };
}
