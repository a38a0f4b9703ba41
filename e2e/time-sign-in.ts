import type { Page } from 'playwright-core';
import type { Login } from './demo.ts';
import { see } from './look.ts';

/** A phone's network as Lighthouse knows it: 1.6 Mbit/s down, 750 kbit/s up, 150 ms there and back. */
const FOUR_G = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };

/** From the press on "Sign in" to the figures, by somebody who has never been there. */
export async function timeSignIn(page: Page, login: Login): Promise<number> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', FOUR_G);
  await page.goto(`${login.origin}/login`);
  await page.getByLabel('E-mail').fill(login.email);
  await page.getByLabel('Password', { exact: true }).fill(login.password);
  const startedAt = performance.now();
  await page.getByRole('button', { name: 'Sign in' }).click();
  const figure = page.locator('div', { has: page.getByRole('link', { name: 'Open pipeline' }) }).last();
  await see(figure.getByText(/\d/));
  const tookMs = performance.now() - startedAt;
  await page.context().close();
  return tookMs;
}
