import { type AuthenticatedSession, type HostTenant, type RequestContext, toAppError } from '@aura/api';
import { AppError } from '@aura/kernel';
import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { getPlatform } from '../server/platform.ts';
import { createRequestContext } from '../server/request-context.ts';

/** What stands behind the host's name. */
export type Door =
  | { kind: 'open'; tenant: HostTenant }
  | { kind: 'suspended'; tenant: HostTenant }
  | { kind: 'unknown' }
  | { kind: 'unavailable' };

/** The API's context of this request, with the person looked up once. */
export const requestContext = cache(async (): Promise<RequestContext> => {
  const head = await headers();
  const request = new Request(`http://${head.get('host') ?? 'localhost'}/`, { headers: new Headers(head) });
  return createRequestContext(request, { transport: 'server' });
});

/** The workspace of this request, looked up once. Only faults throw. */
export const openDoor = cache(async (): Promise<Door> => {
  try {
    const { tenant } = await requestContext();
    if (!tenant) return { kind: 'unknown' };
    return { kind: tenant.status === 'active' ? 'open' : 'suspended', tenant };
  } catch (thrown) {
    const error = toAppError(thrown, {});
    if (error.code === 'not_found') return { kind: 'unknown' };
    if (error.code === 'unavailable') return { kind: 'unavailable' };
    throw thrown;
  }
});

export type Visit =
  | { kind: 'signed-in'; session: AuthenticatedSession }
  | { kind: 'signed-out' }
  | { kind: 'suspended' }
  | { kind: 'unknown' }
  | { kind: 'unavailable' };

/** Who is here, by the cookie of this host. */
export const readVisit = cache(async (): Promise<Visit> => {
  try {
    const { authenticate } = await requestContext();
    return { kind: 'signed-in', session: await authenticate() };
  } catch (thrown) {
    const error = toAppError(thrown, {});
    if (error.code === 'unavailable') return { kind: 'unavailable' };
    if (error.code === 'not_found') return { kind: 'unknown' };
    if (error.code === 'forbidden' && error.reason === 'tenant_suspended') return { kind: 'suspended' };
    if (error.code === 'unauthenticated' || error.code === 'forbidden') return { kind: 'signed-out' };
    throw thrown;
  }
});

/** Sends a stranger to sign in, and afterwards back to where they wanted to go. */
export async function redirectToLogin(): Promise<never> {
  const path = (await headers()).get('x-path') ?? '/';
  redirect(path === '/' ? '/login' : `/login?next=${encodeURIComponent(path)}`);
}

/** The signed-in person; for pages inside the workspace frame, which has let only them through. */
export async function requireVisitor(): Promise<AuthenticatedSession> {
  const visit = await readVisit();
  if (visit.kind === 'signed-in') return visit.session;
  if (visit.kind === 'signed-out') return redirectToLogin();
  if (visit.kind === 'unknown') notFound();
  throw new AppError(visit.kind === 'suspended' ? 'forbidden' : 'unavailable');
}

/** The public site: where workspaces are made and found. */
export function siteOrigin(): string {
  const { rootDomain, isProduction } = getPlatform();
  return `${isProduction ? 'https' : 'http'}://${rootDomain}`;
}
