import { randomBytes } from 'node:crypto';
import type { Login } from './demo.ts';
import { linkIn, mailTo } from './mailbox.ts';
import { type Api, apiOf, type Body, signIn } from './rest.ts';

export const PASSWORD = 'four plain words here';

export type Company = {
  slug: string;
  host: string;
  rootHost: string;
  tenantId: string;
  /** Its first admin, signed in. */
  admin: Login;
  api: Api;
  token: string;
};

export const uniqueSlug = (prefix: string): string => `${prefix}-${randomBytes(4).toString('hex')}`;

type Founding = { email?: string; password?: string; slug?: string; companyName?: string };

/** Signs a company up as its first admin would by REST. */
export async function foundCompany(rootHost: string, prefix: string, given: Founding = {}): Promise<Company> {
  const slug = given.slug ?? uniqueSlug(prefix);
  const email = given.email ?? `owner@${slug}.test`;
  const password = given.password ?? PASSWORD;
  const site = apiOf(rootHost);
  const { body: terms } = await site('GET', '/signup/terms');
  const companyName = given.companyName ?? `Company ${slug}`;
  const answer = await site('POST', '/signup', {
    body: {
      name: 'Olive Owner',
      email,
      password,
      companyName,
      slug,
      currency: 'USD',
      acceptTerms: { version: terms.version, typedName: 'Olive Owner' },
    },
  });
  if (answer.status !== 201) throw new Error(`${slug} could not be founded: ${answer.status} ${answer.text}`);
  const { id, origin } = answer.body.tenant;
  const admin: Login = { tenant: slug, origin, email, password, role: 'admin' };
  const { api, token } = await signIn(admin);
  return { slug, host: new URL(origin).host, rootHost, tenantId: id, admin, api, token };
}

/** Invites by mail, accepts, and signs in. */
export async function hire(
  company: Company,
  name: string,
  role: 'admin' | 'manager' | 'sales_rep',
): Promise<Login & { api: Api; token: string; userId: string }> {
  const email = `${name.toLowerCase().replaceAll(/[^a-z]+/g, '.')}@${company.slug}.test`;
  const invited = await company.api('POST', '/invitations', { body: { email, role } });
  if (invited.status !== 201) throw new Error(`${email} could not be invited: ${invited.text}`);
  const token = new URL(linkIn(await mailTo(company.rootHost, email))).searchParams.get('token');
  const accepted = await apiOf(company.host)('POST', '/invitations/accept', {
    body: { token, name, password: PASSWORD },
  });
  if (accepted.status >= 300) throw new Error(`${email} could not accept: ${accepted.text}`);
  const login: Login = { tenant: company.slug, origin: company.admin.origin, email, password: PASSWORD, role };
  const { api, token: accessToken } = await signIn(login);
  return { ...login, api, token: accessToken, userId: (await api('GET', '/me')).body.userId };
}

/** Every item of a list, page by page. */
export async function listAll(api: Api, path: string): Promise<Body[]> {
  const items: Body[] = [];
  const joint = path.includes('?') ? '&' : '?';
  let cursor: string | null = null;
  do {
    const { status, body, text } = await api(
      'GET',
      `${path}${joint}limit=100${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`,
    );
    if (status !== 200) throw new Error(`GET ${path}: ${status} ${text}`);
    items.push(...body.items);
    cursor = body.nextCursor;
  } while (cursor);
  return items;
}
