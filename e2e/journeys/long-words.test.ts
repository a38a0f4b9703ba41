import { expect, it } from 'vitest';
import { NARROW, useBrowser } from '../browser.ts';
import { uniqueSlug } from '../company.ts';
import { cutText } from '../cut-text.ts';
import { expectNoSidewaysScroll, settle } from '../look.ts';
import { WORD } from '../picture-extremes.ts';
import { asManager, manager } from '../table-world.ts';

const browser = useBrowser();

async function makeContactOf(organization: string): Promise<string> {
  const lastName = uniqueSlug('long');
  const { id } = (await asManager('POST', '/organizations', { name: organization })).body;
  await asManager('POST', '/contacts', { lastName, organizationId: id, phone: '+31 20 978 1176 345 000' });
  return lastName;
}

it('a name that is cut short is read by pointing at it, and none sticks out on a phone', async () => {
  const organization = `${uniqueSlug('of')}${WORD}`.slice(0, 120);
  const name = await makeContactOf(organization);
  const page = await browser.asPerson(manager());
  await page.goto(`${manager().origin}/contacts?q=${name}`);
  await settle(page);
  const cut = page.getByRole('link', { name: organization });
  await cut.hover();
  await expect.poll(() => page.getByTitle(organization).count()).toBe(1);
  await page.setViewportSize(NARROW);
  await settle(page);
  await expectNoSidewaysScroll(page);
  expect(await cutText(page)).toEqual([]);
});
