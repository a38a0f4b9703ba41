import { describe, expect, it } from 'vitest';
import { useBrowser } from '../browser.ts';
import { uniqueSlug } from '../company.ts';
import { person } from '../demo.ts';
import { expectNoAxeFindings, see, unsee } from '../look.ts';
import { signIn } from '../rest.ts';
import {
  asManager,
  changer,
  contactNow,
  editorOf,
  expectFocus,
  makeContacts,
  manager,
  showContacts,
} from '../table-world.ts';

const browser = useBrowser();

describe('a cell', () => {
  it('is changed by keyboard alone, and Tab saves and goes on', async () => {
    const made = await makeContacts();
    const page = await browser.asPerson(manager());
    await showContacts(page, made, '&cols=title,email,owner,phone');
    const [first, second] = [`${made.name} 1`, `${made.name} 2`];
    await changer(page, `Title of ${first}`).press('F2');
    await expectFocus(editorOf(page, `Title of ${first}`));
    await page.keyboard.type('Head of Buying');
    await page.keyboard.press('Enter');
    await expectFocus(changer(page, `Title of ${first}`));
    await see(page.getByText(`Title of ${first} changed`));
    expect((await contactNow(made.ids[0])).title).toBe('Head of Buying');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Buyer');
    await page.keyboard.press('Tab');
    await expectFocus(editorOf(page, `E-mail of ${first}`));
    await page.keyboard.type(`${made.name}@x.test`);
    await page.keyboard.press('Shift+Tab');
    await expectFocus(editorOf(page, `Title of ${first}`));
    await page.keyboard.press('Tab');
    await expectFocus(editorOf(page, `E-mail of ${first}`));
    await page.keyboard.press('Tab');
    await expectFocus(page.getByRole('combobox', { name: 'Owner' }));
    await page.keyboard.press('Tab');
    await expectFocus(editorOf(page, `Phone of ${first}`));
    await page.keyboard.press('Tab');
    await expectFocus(editorOf(page, `Title of ${second}`));
    await page.keyboard.type('Nothing of this');
    await page.keyboard.press('Escape');
    await expectFocus(changer(page, `Title of ${second}`));
    expect(await contactNow(made.ids[0])).toMatchObject({ title: 'Buyer', email: `${made.name}@x.test` });
    expect((await contactNow(made.ids[1])).title).toBe('Title 2');
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await contactNow(made.ids[0])).email).toBeNull();
  });

  it('keeps a refused value with the reason, and goes back with Escape', async () => {
    browser.guard.allow(/status of 422 .*contacts\.update/);
    const made = await makeContacts();
    const page = await browser.asPerson(manager());
    await showContacts(page, made);
    const what = `E-mail of ${made.name} 1`;
    await changer(page, what).click();
    await page.keyboard.type('nobody');
    await page.keyboard.press('Enter');
    const input = editorOf(page, what);
    await expect.poll(() => input.getAttribute('aria-invalid')).toBe('true');
    const told = await input.getAttribute('aria-describedby');
    expect(await page.locator(`[id="${told}"]`).textContent()).toContain('name@company.com');
    await expectNoAxeFindings(page);
    await page.getByRole('heading', { level: 1 }).click();
    expect(await input.inputValue()).toBe('nobody');
    await input.press('Escape');
    await expectFocus(changer(page, what));
    expect((await contactNow(made.ids[0])).email).toBeNull();
  });

  it('that a colleague changed meanwhile asks whose stays', async () => {
    browser.guard.allow(/status of 412 .*contacts\.update/);
    const made = await makeContacts();
    const page = await browser.asPerson(manager());
    await showContacts(page, made, '&cols=title');
    const what = `Title of ${made.name} 1`;
    const { api: adminApi } = await signIn(person('acme', 'admin'));
    await changer(page, what).click();
    await adminApi('PATCH', `/contacts/${made.ids[0]}`, { body: { title: 'Theirs' } });
    await page.keyboard.type('Mine');
    await page.keyboard.press('Enter');
    const note = page.getByRole('alert').filter({ hasText: 'changed this while you were editing' });
    await see(note.getByText('Theirs', { exact: true }));
    await see(note.getByText('Mine', { exact: true }));
    await note.getByRole('button', { name: 'Save mine' }).press('Enter');
    await unsee(note);
    expect((await contactNow(made.ids[0])).title).toBe('Mine');
    await expectFocus(changer(page, what));
  });

  it('that a colleague changed meanwhile says what both chose by name', async () => {
    browser.guard.allow(/status of 412 .*contacts\.update/);
    const made = await makeContacts();
    const organizations = await Promise.all(
      ['Theirs', 'Mine'].map((word) => asManager('POST', '/organizations', { name: `${made.name} ${word}` })),
    );
    const [theirs] = organizations.map(({ body }) => body.id as string);
    const page = await browser.asPerson(manager());
    await showContacts(page, made, '&cols=organization');
    await changer(page, `Organization of ${made.name} 1`).click();
    await asManager('PATCH', `/contacts/${made.ids[0]}`, { organizationId: theirs });
    await page.getByRole('combobox', { name: 'Organization' }).fill(`${made.name} Mine`);
    await page.getByRole('option', { name: `${made.name} Mine` }).click();
    const note = page.getByRole('alert').filter({ hasText: 'changed this while you were editing' });
    await see(note.getByText(`${made.name} Theirs`, { exact: true }));
    await see(note.getByText(`${made.name} Mine`, { exact: true }));
    await note.getByRole('button', { name: 'Use theirs' }).click();
    await unsee(note);
    expect((await contactNow(made.ids[0])).organizationId).toBe(theirs);
  });

  it('takes another owner, and tells a rep why not', async () => {
    const made = await makeContacts();
    const page = await browser.asPerson(manager());
    await showContacts(page, made);
    await changer(page, `Owner of ${made.name} 2`).click();
    const { body: rep } = await (await signIn(person('acme', 'rep'))).api('GET', '/me');
    await page.getByRole('combobox', { name: 'Owner' }).fill(rep.name);
    await page.getByRole('option', { name: rep.name }).first().click();
    await see(page.getByText(`Owner of ${made.name} 2 changed`));
    expect((await contactNow(made.ids[1])).ownerName).toBe(rep.name);
    const repPage = await browser.asPerson(person('acme', 'rep'));
    await repPage.goto(`${manager().origin}/contacts?q=${made.name}`);
    const locked = repPage.getByRole('button', { name: /Owner of .*: Only managers and admins change the owner/ });
    await locked.press('Enter');
    await see(repPage.getByText('Only managers and admins change the owner', { exact: true }).locator('visible=true'));
    expect(await locked.getAttribute('aria-disabled')).toBe('true');
  });

  it('of a deal is its value, its close date, its stage by the menu and its next step', async () => {
    const name = `Cell${uniqueSlug('deal').replaceAll('-', '')}`;
    const { body: deal } = await asManager('POST', '/deals', { name, amount: '100.00' });
    const page = await browser.asPerson(manager());
    await page.goto(`${manager().origin}/deals?layout=table&q=${name}`);
    await changer(page, `Value of ${name}`).press('Enter');
    await page.keyboard.type('1,250');
    await page.keyboard.press('Enter');
    await see(page.getByRole('button', { name: /1,250/ }));
    await changer(page, `Stage of ${name}`).press('Enter');
    await page.getByRole('menuitemradio', { name: 'Proposal' }).press('Enter');
    await expect.poll(async () => (await asManager('GET', `/deals/${deal.id}`)).body.stageName).toBe('Proposal');
    await changer(page, `Next step of ${name}`).press('Enter');
    await page.getByRole('button', { name: 'Tomorrow' }).press('Enter');
    await expect.poll(async () => (await asManager('GET', `/deals/${deal.id}`)).body.nextStep).toBe('Follow up');
    expect((await asManager('GET', `/deals/${deal.id}`)).body.amount).toBe('1250.00');
  });
});
