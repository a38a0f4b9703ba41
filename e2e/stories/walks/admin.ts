import { see, unsee } from '../../look.ts';
import { enterContent, finish, goTo, strike, type Walk, write } from '../keyboard.ts';
import { dialog } from './rep.ts';

const CHOSEN_WITHIN_MS = 60_000;
const CONTACTS = 'First Name,Last Name,Email\nInes,Duarte,ines@nordlicht.test';

export async function bringIn(walk: Walk): Promise<void> {
  const { page } = walk;
  const choosing = page.waitForEvent('filechooser', { timeout: CHOSEN_WITHIN_MS });
  await enterContent(walk);
  await goTo(walk, /radio "Contacts"/);
  await goTo(walk, /radio "Deals"/, 'ArrowDown');
  await goTo(walk, /radio "Contacts"/, 'ArrowUp');
  await goTo(walk, /button "CSV file/);
  await strike(walk, 'Enter');
  await (await choosing).setFiles({ name: 'contacts.csv', mimeType: 'text/csv', buffer: Buffer.from(CONTACTS) });
  await goTo(walk, /button "Continue to the columns"/);
  await finish(walk, page.getByText('3 of 3 columns mapped.'));
  await goTo(walk, /button "Check the rows"/);
  await finish(walk, page.getByText('All 1 rows are fine.').or(page.getByText(/1 row is fine|row/)));
  await goTo(walk, /button "Continue"/);
  await strike(walk, 'Enter', page.getByRole('button', { name: 'Start import' }));
  await goTo(walk, /button "Start import"/);
  await finish(walk, page.getByRole('button', { name: 'Undo import' }));
  await goTo(walk, /button "Undo import"/);
  await strike(walk, 'Enter', page.getByRole('alertdialog'));
  await strike(walk, 'Escape');
  await unsee(page.getByRole('alertdialog'));
}

export async function addField(walk: Walk): Promise<void> {
  const { page } = walk;
  await enterContent(walk);
  await goTo(walk, /button "Field"/);
  await strike(walk, 'Enter', dialog(page, /^New field/));
  await write(walk, 'Desks');
  await goTo(walk, /combobox "Type"/);
  await write(walk, 'Number');
  await goTo(walk, /button "Add field"/);
  await finish(walk, page.getByRole('button', { name: 'Edit Desks' }));
  await strike(walk, 'Tab');
}

export async function changeRole(walk: Walk): Promise<void> {
  const { page } = walk;
  await enterContent(walk);
  await goTo(walk, /button "Actions for Una Rep"/);
  await strike(walk, 'Enter', page.getByRole('menu'));
  await goTo(walk, /menuitem "Change role…"/, 'ArrowDown');
  await strike(walk, 'Enter', dialog(page, 'Role of Una Rep'));
  await goTo(walk, /radio "Sales rep"/);
  await goTo(walk, /radio "Manager"/, 'ArrowUp');
  await goTo(walk, /button "Save role"/);
  await finish(walk);
  await see(page.getByRole('row', { name: /^Una Rep/ }).getByText('Manager'));
}
