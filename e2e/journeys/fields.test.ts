import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBrowser } from '../browser.ts';
import { uniqueSlug } from '../company.ts';
import { type Login, person } from '../demo.ts';
import { see } from '../look.ts';
import { type Api, signIn } from '../rest.ts';

const browser = useBrowser();
let admin: Login;
let rep: Login;
let adminApi: Api;
let repApi: Api;

beforeAll(async () => {
  admin = person('acme', 'admin');
  rep = person('acme', 'rep');
  ({ api: adminApi } = await signIn(admin));
  ({ api: repApi } = await signIn(rep));
});

/** Among many fields one is found by its name. */
async function findField(page: Page, label: string, field: Locator): Promise<void> {
  const finder = page.getByRole('searchbox', { name: 'Find a field' });
  await finder.or(field).first().waitFor();
  if (await finder.isVisible()) await finder.fill(label);
}

describe('a custom field', () => {
  it('is added by an admin, filled by a rep, who filters and sorts by it', async () => {
    const label = `Seats ${uniqueSlug('field')}`;
    const adminPage = await browser.asPerson(admin);
    await adminPage.goto(`${admin.origin}/settings/fields?of=contact`);
    await adminPage.getByRole('button', { name: 'Field', exact: true }).press('Enter');
    await adminPage.getByRole('textbox', { name: 'Label' }).fill(label);
    await adminPage.getByRole('combobox', { name: 'Type' }).selectOption('number');
    const key = await adminPage.getByRole('textbox', { name: 'Key' }).inputValue();
    expect(key).toMatch(/^seats/);
    await adminPage.getByRole('button', { name: 'Add field' }).press('Enter');
    await see(adminPage.getByRole('button', { name: `Edit ${label}` }));

    const name = uniqueSlug('filled');
    const few = await repApi('POST', '/contacts', { body: { lastName: `${name} few`, customFields: { [key]: 3 } } });
    const many = await repApi('POST', '/contacts', { body: { lastName: `${name} many` } });
    const page = await browser.asPerson(rep);
    await page.goto(`${rep.origin}/contacts/${many.body.id}`);
    const value = page.getByText(label, { exact: true }).locator('..').getByRole('button').first();
    await findField(page, label, value);
    await value.press('Enter');
    await page.getByRole('textbox', { name: label }).fill('40');
    await page.keyboard.press('Enter');
    await expect
      .poll(async () => (await repApi('GET', `/contacts/${many.body.id}`)).body.customFields)
      .toEqual({ [key]: 40 });

    await page.goto(`${rep.origin}/contacts?q=${name}`);
    await page.getByRole('button', { name: 'Filter', exact: true }).press('Enter');
    await page.getByRole('menuitem', { name: 'Custom fields…' }).press('Enter');
    await findField(page, label, page.getByRole('textbox', { name: `${label} from` }));
    await page.getByRole('textbox', { name: `${label} from` }).fill('1');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Done' }).press('Enter');
    await see(page.getByText('from 1'));
    await page.getByRole('button', { name: label, exact: true }).press('Enter');
    await page.waitForURL(/sort=customFields/);
    const rows = page.getByRole('row').filter({ hasText: name });
    await expect.poll(() => rows.count()).toBe(2);
    await see(rows.first().getByText(`${name} few`));
    await page.getByRole('button', { name: label, exact: true }).press('Enter');
    await see(rows.first().getByText(`${name} many`));
    expect(few.status).toBe(201);
  });

  it('says how many records hold it before it is archived, and comes back', async () => {
    const label = `Tier ${uniqueSlug('field')}`;
    const { body: field } = await adminApi('POST', '/custom-fields', {
      body: { entity: 'product', key: uniqueSlug('tier').replaceAll('-', '_'), label, type: 'text' },
    });
    const page = await browser.asPerson(admin);
    await page.goto(`${admin.origin}/settings/fields?of=product`);
    await page.getByRole('button', { name: `Archive ${label}` }).press('Enter');
    await see(page.getByText('No record holds a value.'));
    await page.getByRole('button', { name: 'Archive field' }).press('Enter');
    await page.getByRole('button', { name: `Restore ${label}` }).press('Enter');
    await see(page.getByRole('button', { name: `Edit ${label}` }));
    expect((await adminApi('GET', `/custom-fields/${field.id}`)).body).toMatchObject({ archived: false });
  });
});

describe('the stages of a pipeline', () => {
  it('are renamed, ordered, added and retired in one save, and a stale save is refused', async () => {
    const { body: made } = await adminApi('POST', '/pipelines', { body: { name: uniqueSlug('pipeline') } });
    const page = await browser.asPerson(admin);
    await page.goto(`${admin.origin}/settings/pipelines/${made.id}`);
    await page.getByRole('textbox', { name: 'Open stage' }).first().fill('Lead');
    await page.getByRole('button', { name: 'Move Lead down' }).press('Enter');
    await page.getByRole('button', { name: 'Retire Proposal' }).press('Enter');
    await page.getByRole('button', { name: 'Retire stage' }).press('Enter');
    await see(page.getByText('Proposal retires on saving'));
    await page.getByRole('button', { name: 'Save stages' }).press('Enter');
    const names = async () =>
      (await adminApi('GET', `/pipelines/${made.id}`)).body.stages.map(({ name }: { name: string }) => name);
    await expect.poll(names).toEqual(['Qualified', 'Lead', 'Negotiation', 'Won', 'Lost']);

    browser.guard.allow(/status of 412 .*stages\.save/);
    const [first] = (await adminApi('GET', `/pipelines/${made.id}`)).body.stages;
    await adminApi('PATCH', `/pipelines/${made.id}/stages/${first.id}`, { body: { probability: 99 } });
    await page.getByRole('textbox', { name: 'Open stage' }).first().fill('Late');
    await page.getByRole('button', { name: 'Save stages' }).press('Enter');
    await see(page.getByText('Someone else saved this pipeline while you were editing'));
    await page.getByRole('button', { name: 'Take theirs' }).press('Enter');
    await expect.poll(() => page.getByRole('textbox', { name: 'Open stage' }).first().inputValue()).toBe('Qualified');
  });
});
