import type { Page } from 'playwright-core';
import { see, unsee } from '../../look.ts';
import { finish, goTo, strike, type Walk, write } from '../keyboard.ts';
import { PRODUCT, SHARED, WON_REASON } from '../office.ts';

export const DEAL = `${SHARED} canteen`;

export const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });
export const dialog = (page: Page, name: string | RegExp) => page.getByRole('dialog', { name });

export async function moveOn(walk: Walk): Promise<void> {
  const { page } = walk;
  await strike(walk, 's', page.getByRole('menu'));
  await goTo(walk, /menuitemradio "Qualified/, 'ArrowDown');
  await finish(walk, page.locator('[aria-current=step]', { hasText: 'Qualified' }));
  await goTo(walk, /button "Proposal/);
  await strike(walk, 'Enter', dialog(page, /^Before Proposal/));
  await goTo(walk, /textbox "Notes"/);
  await write(walk, 'Forty seats by May');
  await goTo(walk, /button "Move deal"/);
  await finish(walk, page.locator('[aria-current=step]', { hasText: 'Proposal' }));
}

export async function sell(walk: Walk): Promise<void> {
  const { page } = walk;
  await goTo(walk, /button "Negotiation/);
  await strike(walk, 'Enter', dialog(page, /^Before Negotiation/));
  await goTo(walk, /link "Add line items"/);
  await strike(walk, 'Enter', page.getByRole('combobox', { name: 'Add a product' }));
  await unsee(dialog(page, /^Before Negotiation/));
  await goTo(walk, /combobox "Add a product"/);
  await write(walk, 'Standing', page.getByRole('option', { name: new RegExp(PRODUCT.name) }));
  await strike(walk, 'Enter');
  await goTo(walk, /textbox "Quantity of New line"/);
  await write(walk, '10');
  await finish(walk, page.getByLabel(`Quantity of ${PRODUCT.name}`));
  await goTo(walk, new RegExp(`textbox "Unit price of ${PRODUCT.name}"`), 'Shift+Tab');
  await write(walk, '450');
  await goTo(walk, /textbox "Why the price/, 'Shift+Tab');
  await write(walk, 'Ten at once');
  await finish(walk, page.getByRole('button', { name: /^\$4,500\s*, value/ }));
}

export async function askManager(walk: Walk): Promise<void> {
  const { page } = walk;
  await goTo(walk, new RegExp(`button "More about ${DEAL}"`), 'Shift+Tab');
  await strike(walk, 'Enter', page.getByRole('menu'));
  await goTo(walk, /menuitem "Ask a manager…"/, 'ArrowDown');
  await strike(walk, 'Enter', dialog(page, /^Ask a manager/));
  await write(walk, 'May I give ten percent?');
  await goTo(walk, /button "Ask a manager"/);
  await finish(walk, page.getByText('Escalated', { exact: true }));
}

export async function win(walk: Walk): Promise<void> {
  const { page } = walk;
  await strike(walk, 'w', page.getByRole('button', { name: 'Mark won' }));
  await strike(walk, 'Enter', dialog(page, /^Before Won/));
  await goTo(walk, new RegExp(`textbox "${WON_REASON.label}"`));
  await write(walk, 'The desks came first');
  await finish(walk, page.getByRole('button', { name: 'Reopen' }));
  await see(page.getByText('The desks came first').first());
}
