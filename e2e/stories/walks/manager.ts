import { see, settle } from '../../look.ts';
import { enterContent, finish, goBack, goTo, strike, type Walk, write } from '../keyboard.ts';
import { dialog, heading } from './rep.ts';

export async function followNumber(walk: Walk): Promise<void> {
  const { page } = walk;
  await enterContent(walk);
  await goTo(walk, /link "Open pipeline"/);
  await finish(walk, heading(page, 'Deals'));
  await goBack(walk, heading(page, 'Dashboard'));
  await settle(page);
  await goTo(walk, /button "Refresh"/);
}

export async function callColleague(walk: Walk): Promise<void> {
  const { page } = walk;
  await strike(walk, 'l');
  await goTo(walk, /radio "Note"/, 'ArrowRight');
  await goTo(walk, /textbox "Note"/);
  await write(walk, '@Una', page.getByRole('option', { name: 'Una Rep' }));
  await strike(walk, 'Enter');
  await write(walk, 'can you help here?');
  await goTo(walk, /button "Save note"/);
  await finish(walk, page.getByText('Note saved').first());
}

export async function askWhoSees(walk: Walk, name: string): Promise<void> {
  const { page } = walk;
  await goTo(walk, new RegExp(`button "More about ${name}"`), 'Shift+Tab');
  await strike(walk, 'Enter', page.getByRole('menu'));
  await goTo(walk, /menuitem "Share…"/, 'ArrowDown');
  await strike(walk, 'Enter', dialog(page, `Who sees ${name}`));
  await goTo(walk, /button "Done"/);
  await finish(walk);
}

export async function answerByShare(walk: Walk, name: string): Promise<void> {
  const { page } = walk;
  await enterContent(walk);
  await goTo(walk, new RegExp(`button "Share or reassign ${name}"`));
  await strike(walk, 'Enter', dialog(page, `Who helps with ${name}?`));
  await goTo(walk, /combobox "Colleague"/);
  await write(walk, 'Una', page.getByRole('option', { name: 'Una Rep' }));
  await strike(walk, 'ArrowDown');
  await strike(walk, 'Enter');
  await goTo(walk, /button "Hand over"/);
  await finish(walk);
  await strike(walk, 'Tab');
}

export async function giveAndTakeBack(walk: Walk): Promise<void> {
  const { page } = walk;
  await enterContent(walk);
  await goTo(walk, /checkbox "Select all rows on this page"/);
  await strike(walk, 'Space', page.getByRole('region', { name: 'Bulk actions' }));
  await goTo(walk, /button "Change owner"/);
  await strike(walk, 'Enter', page.getByRole('dialog'));
  await goTo(walk, /combobox "New owner"/);
  await write(walk, 'Rex', page.getByRole('option', { name: 'Rex Rep' }));
  await strike(walk, 'ArrowDown');
  await strike(walk, 'Enter', page.getByText(/becomes Rex Rep/));
  await goTo(walk, /button "Change owner of/);
  await finish(walk, page.getByText(/is now Rex Rep/));
  await strike(walk, 'Control+z', page.getByText(/put back as before/));
}

export async function takeReport(walk: Walk): Promise<void> {
  const { page } = walk;
  await enterContent(walk);
  await goTo(walk, /button "CSV"/);
  const saving = page.waitForEvent('download');
  await strike(walk, 'Enter');
  await saving;
  await see(heading(page, 'What is in the pipeline?'));
}
