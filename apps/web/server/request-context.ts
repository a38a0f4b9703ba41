import { randomUUID } from 'node:crypto';
import type { IncomingRequest, RequestContext } from '@aura/api';
import { resolveSession, SESSION_COOKIE } from '@aura/identity';
import { AppError } from '@aura/kernel';
import { resolveTenantByHost } from '@aura/tenants';
import { placeOf } from './host.ts';
import { refuseForeignOrigin } from './origin.ts';
import { getPlatform } from './platform.ts';

type Incoming = Pick<IncomingRequest, 'transport'> & { id?: string };

/** The context of one HTTP request. Nothing is read of the person before a procedure asks who it is. */
export async function createRequestContext(
  request: Request,
  { transport, id = randomUUID() }: Incoming,
): Promise<RequestContext> {
  const platform = getPlatform();
  const host = request.headers.get('host') ?? '';
  const place = placeOf(host, platform.rootDomain);
  const tenant = place.kind === 'workspace' ? await resolveTenantByHost(platform, place.slug) : null;
  if (place.kind === 'workspace' && !tenant)
    throw new AppError('not_found', { reason: 'unknown_tenant', detail: 'There is no workspace at this address.' });
  const cookie = readCookie(request.headers.get('cookie'), SESSION_COOKIE);
  const bearer = /^Bearer (.+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];

  const incoming = describeRequest(request, { host, transport, id });
  if (!bearer) refuseForeignOrigin(request, host, { isByCookie: cookie !== undefined });
  let session: ReturnType<RequestContext['authenticate']> | undefined;
  return {
    platform,
    request: incoming,
    tenant,
    responseHeaders: new Headers(),
    authenticate: () => {
      const known =
        session ?? resolveSession(platform, { tenant, bearer, cookie: bearer ? undefined : cookie, requestId: id });
      session = known;
      return known;
    },
  };
}

function describeRequest(request: Request, known: Pick<IncomingRequest, 'host' | 'transport' | 'id'>): IncomingRequest {
  return {
    ...known,
    // The nearest proxy appends the address that it saw; what a client wrote before is its own claim.
    ip: request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? '127.0.0.1',
    userAgent: (request.headers.get('user-agent') ?? '').slice(0, 300),
    idempotencyKey: readIdempotencyKey(request),
  };
}

function readIdempotencyKey(request: Request): string | null {
  const key = request.headers.get('idempotency-key');
  if (key !== null && !/^[\x21-\x7e]{1,200}$/.test(key))
    throw new AppError('malformed', { detail: 'Idempotency-Key takes 1 to 200 printable characters.' });
  return key;
}

export function readCookie(header: string | null, name: string): string | undefined {
  for (const pair of header?.split(';') ?? []) {
    const [key, ...value] = pair.trim().split('=');
    if (key === name) return value.join('=');
  }
  return undefined;
}
