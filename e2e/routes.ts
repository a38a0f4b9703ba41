import type { Who } from './demo.ts';
import type { Api } from './rest.ts';

/** Records of acme that pages with an id in their address show. */
export type RouteIds = {
  deal: string;
  contact: string;
  organization: string;
  product: string;
  import: string;
  pipeline: string;
};

export type Route = {
  /** The page's folder below apps/web/app. */
  page: string;
  host: 'site' | 'workspace';
  /** Who looks at it; left out: somebody who is not signed in. */
  who?: Who;
  /** One address, and more for states of the page that the address carries. */
  addresses: (ids: RouteIds) => readonly [string, ...string[]];
  /** Set for a page that only leads on: there is nothing of its own to look at. */
  leadsTo?: string;
  /** What the page answers with; 200, unless said. */
  status?: number;
  /** Set for a page that shows something loading for ever. */
  isAlwaysBusy?: boolean;
};

const site = (page: string, address: string): Route => ({
  page: `(site)${page}`,
  host: 'site',
  addresses: () => [address],
});
const entrance = (page: string, address: string): Route => ({
  page: `w/[tenant]/(auth)${page}`,
  host: 'workspace',
  addresses: () => [address],
});
const workspace = (page: string, who: Who, addresses: Route['addresses']): Route => ({
  page: `w/[tenant]/(workspace)${page}`,
  host: 'workspace',
  who,
  addresses,
});
/** Of one record: an address without it answers 404. */
const record = (page: string, addresses: Route['addresses']): Route =>
  workspace(`/(records)${page}`, 'manager', addresses);
const settings = (name: string, who: Who = 'admin'): Route =>
  workspace(`/settings${name}`, who, () => [`/settings${name}`]);

/** Every page of the application. A test compares this list with the folders. */
export const ROUTES: readonly Route[] = [
  site('', '/'),
  site('/login', '/login'),
  site('/signup', '/signup'),
  site('/security', '/security'),
  site('/legal/terms', '/legal/terms'),
  site('/legal/privacy', '/legal/privacy'),
  site('/legal/dpa', '/legal/dpa'),
  site('/about', '/about'),
  site('/accessibility', '/accessibility'),
  site('/contact', '/contact'),
  site('/pricing', '/pricing'),
  { ...site('/careers', '/careers'), addresses: () => ['/careers', '/careers?team=Product'] },
  {
    ...site('/careers/[slug]', ''),
    addresses: () => ['/careers/interface-engineer', '/careers/technical-writer'],
  },
  { page: 'dev/mailbox', host: 'site', addresses: () => ['/dev/mailbox'] },
  { page: 'dev/ui', host: 'site', addresses: () => ['/dev/ui'], isAlwaysBusy: true },
  entrance('/login', '/login'),
  entrance('/forgot-password', '/forgot-password'),
  entrance('/reset-password', '/reset-password?token=not-a-token'),
  entrance('/accept-invite', '/accept-invite?token=not-a-token'),
  entrance('/verify-email', '/verify-email?token=not-a-token'),
  entrance('/auth/handoff', '/auth/handoff?code=not-a-code'),
  { ...workspace('', 'rep', () => ['/']), leadsTo: '/dashboard' },
  { ...workspace('/[...rest]', 'rep', () => ['/there-is-no-such-page']), status: 404 },
  workspace('/dashboard', 'rep', () => ['/dashboard']),
  workspace('/dashboard', 'manager', () => ['/dashboard']),
  { ...workspace('/reports', 'manager', () => ['/reports']), leadsTo: '/reports/pipeline' },
  workspace('/reports/[report]', 'manager', () => [
    '/reports/pipeline',
    '/reports/forecast',
    '/reports/conversion?period=year',
    '/reports/activity',
    '/reports/lost-reasons?period=year',
  ]),
  workspace('/deals', 'manager', () => ['/deals', '/deals?layout=table', '/deals?new=true']),
  record('/deals/[id]', ({ deal }) => [`/deals/${deal}`]),
  workspace('/contacts', 'manager', () => ['/contacts', '/contacts?new=true']),
  record('/contacts/[id]', ({ contact }) => [`/contacts/${contact}`, `/contacts/${contact}?merge=pick`]),
  workspace('/contacts/duplicates', 'manager', () => ['/contacts/duplicates', '/contacts/duplicates?by=phone']),
  workspace('/escalations', 'manager', () => ['/escalations']),
  workspace('/escalations', 'rep', () => ['/escalations']),
  workspace('/organizations', 'manager', () => ['/organizations', '/organizations?new=true']),
  record('/organizations/[id]', ({ organization }) => [`/organizations/${organization}`]),
  workspace('/products', 'manager', () => ['/products']),
  workspace('/activities', 'rep', () => ['/activities']),
  workspace('/search', 'manager', () => ['/search?q=office', '/search?q=office&type=contact', '/search?q=zzzzz']),
  workspace('/notifications', 'manager', () => ['/notifications', '/notifications?show=unread']),
  workspace('/import', 'manager', () => ['/import']),
  record('/import/[id]', ({ import: id }) => [`/import/${id}`]),
  settings(''),
  settings('/profile', 'rep'),
  settings('/preferences', 'rep'),
  settings('/notifications', 'rep'),
  settings('/security', 'rep'),
  settings('/api-keys', 'rep'),
  settings('/workspace'),
  settings('/members'),
  settings('/roles'),
  settings('/access'),
  settings('/pipelines'),
  workspace('/settings/pipelines/[id]', 'admin', ({ pipeline }) => [`/settings/pipelines/${pipeline}`]),
  workspace('/settings/fields', 'admin', () => ['/settings/fields', '/settings/fields?of=contact']),
  settings('/data'),
  settings('/audit'),
];

/** The first record of each kind that this person finds. */
export async function findRouteIds(api: Api): Promise<RouteIds> {
  const first = async (path: string): Promise<string> =>
    (await api('GET', `${path}${path.includes('?') ? '&' : '?'}limit=1`)).body.items[0]?.id ?? 'none';
  const [deal, contact, organization, product, imported] = await Promise.all([
    first('/deals?status=open'),
    first('/contacts'),
    first('/organizations'),
    first('/products'),
    first('/imports'),
  ]);
  const { body: pipelines } = await api('GET', '/pipelines');
  return { deal, contact, organization, product, import: imported, pipeline: pipelines.items[0]?.id ?? 'none' };
}
