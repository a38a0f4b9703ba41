import { beforeAll, describe, expect, it } from 'vitest';
import { useBrowser } from '../browser.ts';
import { uniqueSlug } from '../company.ts';
import { type Login, person } from '../demo.ts';
import { see } from '../look.ts';
import { type Api, signIn } from '../rest.ts';

const browser = useBrowser();
let rep: Login;
let manager: Login;
let api: Api;
let managerApi: Api;

beforeAll(async () => {
  rep = person('acme', 'rep');
  manager = person('acme', 'manager');
  ({ api } = await signIn(rep));
  ({ api: managerApi } = await signIn(manager));
});

type Pair = { name: string; one: string; other: string; email: string };

/** Two contacts of one person, the second with an e-mail and a note. */
async function makePair(): Promise<Pair> {
  const name = uniqueSlug('twin');
  const email = `${name}@merge.test`;
  const one = await api('POST', '/contacts', { body: { firstName: 'Ann', lastName: name, title: 'Buyer' } });
  const other = await api('POST', '/contacts', {
    body: { firstName: 'Anne', lastName: name, email, title: 'Head of Buying' },
  });
  await api('POST', `/contacts/${other.body.id}/activities`, { body: { type: 'note', subject: `Note of ${name}` } });
  return { name, one: one.body.id, other: other.body.id, email };
}

describe('two contacts of one person', () => {
  it('are noticed while the second is typed', async () => {
    const { email } = await makePair();
    const page = await browser.asPerson(rep);
    await page.goto(`${rep.origin}/contacts?new=true`);
    await page.getByRole('textbox', { name: 'E-mail' }).fill(email.toUpperCase());
    await see(page.getByText('This may be someone you have already'));
    await see(page.getByText('same e-mail'));
    expect(page.url()).toContain('new=true');
  });

  it('are merged field by field, by keyboard, and taken apart again from the timeline', async () => {
    const { name, one, other, email } = await makePair();
    const page = await browser.asPerson(rep);
    await page.goto(`${rep.origin}/contacts/${one}`);
    await page.getByRole('button', { name: `More about Ann ${name}` }).press('Enter');
    await page.getByRole('menuitem', { name: 'Merge with…' }).press('Enter');
    await page.getByRole('combobox', { name: 'Which contact is the same person?' }).fill(`anne ${name}`);
    await page.getByRole('option', { name: new RegExp(`Anne ${name}`) }).click();
    await page.getByRole('radio', { name: 'Head of Buying' }).press('Space');
    await page.getByRole('button', { name: 'Merge', exact: true }).press('Enter');
    await see(page.getByText(`Merged Anne ${name} into Ann ${name}`).first());
    await expect
      .poll(async () => (await api('GET', `/contacts/${one}`)).body)
      .toMatchObject({ title: 'Head of Buying', email });
    await see(page.getByText(`Note of ${name}`).first());

    await page.goto(`${rep.origin}/contacts/${other}`);
    await page.waitForURL(`**/contacts/${one}`);
    await page.getByRole('button', { name: /^Undo merge/ }).press('Enter');
    await expect
      .poll(async () => (await api('GET', `/contacts/${other}`)).body)
      .toMatchObject({ deletedAt: null, email });
    expect((await api('GET', `/contacts/${one}`)).body).toMatchObject({ title: 'Buyer', email: null });
  });
});

describe('asking a manager', () => {
  it('puts the contact on their list, where they answer with a note', async () => {
    const { name, one } = await makePair();
    const page = await browser.asPerson(rep);
    await page.goto(`${rep.origin}/contacts/${one}`);
    await page.getByRole('button', { name: `More about Ann ${name}` }).click();
    await page.getByRole('menuitem', { name: 'Ask a manager…' }).click();
    await page.getByRole('textbox', { name: /What do you need/ }).fill('They want a discount');
    await page.getByRole('button', { name: 'Ask a manager' }).click();
    await see(page.getByText('Escalated').first());

    const desk = await browser.asPerson(manager);
    await desk.goto(`${manager.origin}/escalations`);
    const item = desk.getByRole('listitem').filter({ hasText: name });
    await see(item.getByText('They want a discount'));
    await item.getByRole('button', { name: /^Resolve/ }).click();
    await desk.getByRole('textbox', { name: /Note/ }).fill('Ten percent is fine');
    await desk.getByRole('button', { name: 'Resolve', exact: true }).click();
    await expect.poll(async () => (await managerApi('GET', `/contacts/${one}`)).body.escalatedAt).toBe(null);
  });
});
