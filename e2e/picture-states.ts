import type { Page } from 'playwright-core';
import type { Who } from './demo.ts';
import { CUSTOM_KEYS } from './picture-extremes.ts';
import type { PictureWorld, Stranger } from './picture-world.ts';

/** A page in a state that its address alone does not bring about. */
export type PictureState = {
  /** "<page>-<state>". */
  name: string;
  /** Whose eyes: somebody of acme, or the admin or the rep of the new or the long company; left out: a visitor. */
  who?: Who | Stranger;
  /** Where a visitor stands; acme's door unless said. */
  at?: 'site' | 'young' | 'nowhere';
  address: (world: PictureWorld) => string;
  /** What the network does to it. */
  network?: 'slow' | 'failing';
  /** What is done before the picture. */
  act?: (page: Page, isWide: boolean) => Promise<unknown>;
};

type Act = NonNullable<PictureState['act']>;

const press =
  (name: string | RegExp): Act =>
  (page) =>
    page.getByRole('button', { name }).first().click();
const pressTwo =
  (first: string | RegExp, second: string | RegExp): Act =>
  async (page) => {
    await page.getByRole('button', { name: first }).first().click();
    await page.getByRole('menuitem', { name: second }).first().click();
  };
const scroll =
  (lines: number): Act =>
  (page) =>
    page.mouse.wheel(0, lines);

const openBell: Act = (page, isWide) => page.getByRole(isWide ? 'button' : 'link', { name: /^Notifications/ }).click();

const DOORS: readonly PictureState[] = [
  { name: 'signup-refused', at: 'site', address: () => '/signup', act: press('Continue') },
  { name: 'signup-company', at: 'site', address: () => '/signup', act: fillFirstStep },
  { name: 'site-notfound', at: 'site', address: () => '/there-is-no-such-page' },
  { name: 'site-finder-unknown', at: 'site', address: () => '/login', act: findUnknown },
  { name: 'workspace-unknown', at: 'nowhere', address: () => '/' },
  { name: 'workspace-login-refused', address: () => '/login', act: signInWrongly },
  { name: 'forgot-password-sent', address: () => '/forgot-password', act: askForLink },
  { name: 'reset-password-valid', at: 'young', address: ({ resetLink }) => resetLink },
  { name: 'accept-invite-open', at: 'young', address: ({ invitations }) => invitations.open },
  { name: 'accept-invite-used', at: 'young', address: ({ invitations }) => invitations.used },
  { name: 'accept-invite-revoked', at: 'young', address: ({ invitations }) => invitations.revoked },
];

const every = (
  state: string,
  rest: Omit<PictureState, 'name' | 'address'>,
  pages: readonly (readonly [string, string])[],
): PictureState[] => pages.map(([page, address]) => ({ name: `${page}-${state}`, address: () => address, ...rest }));

const LISTS = [
  ['dashboard', '/dashboard'],
  ['deals', '/deals'],
  ['deals-table', '/deals?layout=table'],
  ['contacts', '/contacts'],
  ['organizations', '/organizations'],
  ['products', '/products'],
  ['activities', '/activities'],
  ['search', '/search?q=office'],
] as const;

const NOTHING_FOUND = ['/deals?', '/deals?layout=table&', '/contacts?', '/organizations?', '/products?', '/search?'];

const ALL_COLUMNS = CUSTOM_KEYS.map((key) => `customFields.${key}`).join(',');

const LIST_STATES: readonly PictureState[] = [
  ...every('loading', { who: 'manager', network: 'slow' }, LISTS),
  ...every('failing', { who: 'manager', network: 'failing' }, LISTS),
  { name: 'search-long-found', who: 'long', address: () => '/search?q=Donau' },
  ...every('all-columns', { who: 'long' }, [
    ['contacts', `/contacts?cols=${ALL_COLUMNS}`],
    ['organizations', `/organizations?cols=${ALL_COLUMNS}`],
    ['products', `/products?cols=${ALL_COLUMNS}`],
    ['deals-table', `/deals?layout=table&cols=${ALL_COLUMNS}`],
  ]),
  { name: 'contacts-columns', who: 'long', address: () => '/contacts', act: press('Columns') },
  { name: 'contacts-filters', who: 'long', address: () => '/contacts', act: press(/^Filter/) },
  { name: 'contacts-selected-long', who: 'long', address: () => '/contacts', act: selectTwo },
  { name: 'contacts-new-long', who: 'long', address: () => '/contacts?new=true' },
  { name: 'deals-move-long', who: 'long', address: () => '/deals', act: press(/^Move /) },
  { name: 'deals-owner-long', who: 'long', address: () => '/deals', act: press(/^Owner /) },
  ...every(
    'nothing-found',
    { who: 'manager' },
    NOTHING_FOUND.map((address) => [
      address.replace(/\W+(view|layout)=|\W+/g, '-').replaceAll(/^-|-$/g, ''),
      `${address}q=zzzzz`,
    ]),
  ),
  { name: 'notifications-bell', who: 'manager', address: () => '/dashboard', act: openBell },
  { name: 'contacts-selected', who: 'manager', address: () => '/contacts', act: selectTwo },
  { name: 'deals-table-menu', who: 'manager', address: () => '/deals?layout=table', act: press(/^Actions for/) },
  { name: 'contacts-new-refused', who: 'manager', address: () => '/contacts?new=true', act: press(/^(Add|Create)/) },
  { name: 'products-new', who: 'manager', address: () => '/products', act: press('Product') },
  { name: 'contacts-archived', who: 'manager', address: () => '/contacts', act: press('Archived') },
];

const deal = ({ ids }: PictureWorld): string => `/deals/${ids.deal}`;
const missing = '0198c0de-0000-7000-8000-000000000001';

const DEAL_STATES: readonly PictureState[] = [
  { name: 'deals-filter', who: 'manager', address: () => '/deals', act: press(/^Filter/) },
  { name: 'deals-filtered', who: 'manager', address: () => '/deals?attention=any&minAmount=1000' },
  { name: 'deals-move', who: 'manager', address: () => '/deals', act: press(/^Move /) },
  { name: 'deals-owner', who: 'manager', address: () => '/deals', act: press(/^Owner /) },
  { name: 'deals-value', who: 'manager', address: () => '/deals', act: press(/, value, change/) },
  { name: 'deals-next-step', who: 'manager', address: () => '/deals', act: press(/, change next step/) },
  { name: 'deal-items', who: 'manager', address: (world) => `${deal(world)}?tab=items` },
  { name: 'deal-history', who: 'manager', address: (world) => `${deal(world)}?tab=history` },
  { name: 'deal-details', who: 'manager', address: (world) => `${deal(world)}?tab=details` },
  { name: 'deal-related', who: 'manager', address: (world) => `${deal(world)}?tab=related` },
  { name: 'deal-won', who: 'manager', address: deal, act: press('Won') },
  { name: 'deal-lost', who: 'manager', address: deal, act: press('Lost') },
  { name: 'deal-more', who: 'manager', address: deal, act: press(/^More about/) },
  { name: 'deal-archiving', who: 'manager', address: deal, act: pressTwo(/^More about/, /^Archive/) },
  { name: 'deal-scrolled', who: 'manager', address: deal, act: scroll(400) },
  { name: 'deal-loading', who: 'manager', address: deal, network: 'slow' },
  { name: 'deal-failing', who: 'manager', address: deal, network: 'failing' },
  { name: 'deal-missing', who: 'manager', address: () => `/deals/${missing}` },
  { name: 'deal-long-items', who: 'long', address: ({ longIds }) => `/deals/${longIds.priced}?tab=items` },
  { name: 'deal-long-details', who: 'long', address: ({ longIds }) => `/deals/${longIds.deal}?tab=details` },
  { name: 'deal-long-related', who: 'long', address: ({ longIds }) => `/deals/${longIds.deal}?tab=related` },
  { name: 'contact-details', who: 'manager', address: ({ ids }) => `/contacts/${ids.contact}?tab=details` },
  { name: 'contact-related', who: 'manager', address: ({ ids }) => `/contacts/${ids.contact}?tab=related` },
  { name: 'contact-long-details', who: 'long', address: ({ longIds }) => `/contacts/${longIds.contact}?tab=details` },
  { name: 'contact-long-related', who: 'long', address: ({ longIds }) => `/contacts/${longIds.contact}?tab=related` },
  { name: 'deal-long-history', who: 'long', address: ({ longIds }) => `/deals/${longIds.deal}?tab=history` },
  { name: 'deal-long-won', who: 'long', address: ({ longIds }) => `/deals/${longIds.deal}`, act: press('Won') },
  {
    name: 'deal-long-archiving',
    who: 'long',
    address: ({ longIds }) => `/deals/${longIds.deal}`,
    act: pressTwo(/^More about/, /^Archive/),
  },
  { name: 'contact-missing', who: 'manager', address: () => `/contacts/${missing}` },
  {
    name: 'organization-related',
    who: 'manager',
    address: ({ ids }) => `/organizations/${ids.organization}?tab=related`,
  },
  {
    name: 'organization-long-details',
    who: 'long',
    address: ({ longIds }) => `/organizations/${longIds.organization}?tab=details`,
  },
  {
    name: 'organization-long-related',
    who: 'long',
    address: ({ longIds }) => `/organizations/${longIds.organization}?tab=related`,
  },
];

const FRAME_STATES: readonly PictureState[] = [
  { name: 'frame-account', who: 'manager', address: () => '/dashboard', act: press(/^Account of/) },
  { name: 'frame-new', who: 'manager', address: () => '/dashboard', act: press('New') },
  { name: 'frame-more', who: 'manager', address: () => '/dashboard', act: (page, isWide) => openMore(page, isWide) },
  { name: 'frame-shortcuts', who: 'manager', address: () => '/dashboard', act: (page) => page.keyboard.press('?') },
  { name: 'frame-offline', who: 'manager', address: () => '/deals', act: (page) => page.context().setOffline(true) },
  { name: 'frame-focus', who: 'manager', address: () => '/deals', act: tabAlong },
  { name: 'frame-session-over', who: 'manager', address: () => '/contacts', act: endSession },
  { name: 'members-invite', who: 'admin', address: () => '/settings/members?invite=true' },
  { name: 'members-invited', who: 'young', address: () => '/settings/members?tab=invited' },
  { name: 'members-left', who: 'admin', address: () => '/settings/members?tab=deactivated' },
  { name: 'members-role', who: 'admin', address: () => '/settings/members', act: pressTwo(/for (Jo|Tariq)/, /role/) },
  {
    name: 'members-goodbye',
    who: 'admin',
    address: () => '/settings/members',
    act: pressTwo(/for (Jo|Tariq)/, /^Deact/),
  },
  { name: 'audit-detail', who: 'admin', address: () => '/settings/audit', act: press(/^Details/) },
  { name: 'audit-nothing-found', who: 'admin', address: () => '/settings/audit?from=2020-01-01&to=2020-01-02' },
  ...every('failing', { who: 'admin', network: 'failing' }, [
    ['members', '/settings/members'],
    ['workspace', '/settings/workspace'],
    ['profile', '/settings/profile'],
    ['import', '/import'],
  ]),
];

export const PICTURE_STATES: readonly PictureState[] = [...DOORS, ...LIST_STATES, ...DEAL_STATES, ...FRAME_STATES];

async function fillFirstStep(page: Page): Promise<void> {
  await page.getByLabel('Full name').fill('Olive Owner');
  await page.getByLabel('Work e-mail').fill('olive@example.test');
  await page.getByLabel('Password', { exact: true }).fill('four plain words here');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByLabel('Company name').fill('Acme');
  await page.getByLabel('Company name').blur();
  await page.waitForTimeout(1_000);
}

async function findUnknown(page: Page): Promise<void> {
  await page.getByRole('textbox').first().fill('nobody-is-here');
  await page.keyboard.press('Enter');
  await page.waitForTimeout(1_000);
}

async function signInWrongly(page: Page): Promise<void> {
  await page.getByLabel('E-mail').fill('nobody@acme.test');
  await page.getByLabel('Password', { exact: true }).fill('not my password');
  await page.keyboard.press('Enter');
  await page.getByText("We couldn't sign you in").first().waitFor();
}

async function askForLink(page: Page): Promise<void> {
  await page.getByLabel('E-mail').fill('nobody@acme.test');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Look into your mailbox' }).waitFor();
}

async function selectTwo(page: Page): Promise<void> {
  const boxes = page.getByRole('checkbox', { name: /^Select (?!all)/ });
  await boxes.nth(0).check();
  await boxes.nth(1).check();
}

async function openMore(page: Page, isWide: boolean): Promise<void> {
  const button = page.getByRole('button', { name: isWide ? 'Fold the navigation' : 'More', exact: true }).last();
  // Where there is room for neither, the navigation is folded anyway.
  if (await button.isVisible()) await button.click();
}

async function tabAlong(page: Page): Promise<void> {
  for (let times = 0; times < 16; times += 1) await page.keyboard.press('Tab');
}

async function endSession(page: Page): Promise<void> {
  await page.context().clearCookies();
  await page.getByRole('searchbox').or(page.getByLabel('Search contacts')).first().fill('a');
  await page.getByRole('dialog').waitFor();
}
