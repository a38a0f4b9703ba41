import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import type { Login } from './demo.ts';
import { readE2eEnv } from './env.ts';

export type StorageState = Awaited<ReturnType<BrowserContext['storageState']>>;

/** Signs in as a person does: types, presses the button, and waits to be somewhere else. */
export async function signInBy(
  page: Page,
  { origin, email, password }: Pick<Login, 'origin' | 'email' | 'password'>,
): Promise<void> {
  if (!page.url().startsWith(`${origin}/login`)) await page.goto(`${origin}/login`);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL((url) => url.pathname !== '/login');
}

/**
 * A person's cookies after one real sign-in, kept beside the demo for the files that follow. Who signs out or changes a
 * password takes a sign-in of their own, or everyone after them stands outside.
 */
export async function stateOf(browser: Browser, login: Login): Promise<StorageState> {
  const file = path.join(readE2eEnv().dataDir, `e2e-${login.email}.json`);
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  const context = await browser.newContext();
  try {
    await signInBy(await context.newPage(), login);
    const state = await context.storageState();
    writeFileSync(`${file}.partial`, JSON.stringify(state));
    renameSync(`${file}.partial`, file);
    return state;
  } finally {
    await context.close();
  }
}

export async function contextOf(
  browser: Browser,
  login: Login,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> {
  return browser.newContext({ ...options, storageState: await stateOf(browser, login) });
}
