import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { uniqueSlug } from './company.ts';
import { type Login, person } from './demo.ts';
import { see, settle } from './look.ts';
import { type Answer, type Api, type Body, signIn } from './rest.ts';

export type Made = { name: string; ids: string[] };

/** Three contacts of its own for each test, which a search finds and nothing else. */
export async function makeContacts(): Promise<Made> {
  const name = `Cell${uniqueSlug('row').replaceAll('-', '')}`;
  const ids: string[] = [];
  for (const index of [1, 2, 3]) {
    const answer = await asManager('POST', '/contacts', { lastName: `${name} ${index}`, title: `Title ${index}` });
    if (answer.status !== 201) throw new Error(answer.text);
    ids.push(answer.body.id);
  }
  return { name, ids };
}

export const manager = (): Login => person('acme', 'manager');

let signedIn: Promise<{ api: Api }> | undefined;

/** By REST, signed in once for all. */
export async function asManager(method: string, path: string, body?: object): Promise<Answer> {
  signedIn ??= signIn(manager());
  const { api } = await signedIn;
  return api(method, path, body ? { body } : {});
}

export const contactNow = async (id: string | undefined): Promise<Body> =>
  (await asManager('GET', `/contacts/${id}`)).body;

export async function showContacts(page: Page, { name }: Made, query = ''): Promise<void> {
  await page.goto(`${manager().origin}/contacts?q=${name}&sort=name${query}`);
  await see(page.getByRole('rowheader', { name: `${name} 1` }));
  await settle(page);
}

/** The button of a cell, by what it changes: "Title of Jo Lee". */
export const changer = (page: Page, what: string): Locator =>
  page.getByRole('button', { name: new RegExp(`change ${what}`) });

export const editorOf = (page: Page, what: string): Locator => page.getByRole('textbox', { name: what, exact: true });

export async function expectFocus(element: Locator): Promise<void> {
  await expect.poll(() => element.evaluate((node) => node === document.activeElement)).toBe(true);
}
