import { type NextRequest, NextResponse } from 'next/server';
import { readRootDomain } from './server/env.ts';
import { type Place, placeOf } from './server/host.ts';
import { contentSecurityPolicy, securityHeaders } from './server/security-headers.ts';

/** Resolves the host once, sends the request to its face of the application, and puts the security headers on. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = btoa(crypto.randomUUID());
  const { pathname, search, protocol } = request.nextUrl;
  // Health is asked for by machines that do not know our names.
  if (pathname.startsWith('/api/health/')) return secured(NextResponse.next(), request, nonce);
  const rootDomain = readRootDomain();
  const place = placeOf(request.headers.get('host') ?? '', rootDomain);
  if (place.kind === 'redirect')
    return NextResponse.redirect(new URL(`${protocol}//${rootDomain}${pathname}${search}`), 307);
  const answer = secured(answerFrom(place, request, nonce), request, nonce);
  // Search engines find the site; what is behind a workspace's name is nobody's business.
  if (place.kind !== 'site') answer.headers.set('x-robots-tag', 'noindex, nofollow');
  return answer;
}

function answerFrom(place: Place, request: NextRequest, nonce: string): NextResponse {
  const { pathname } = request.nextUrl;
  if (place.kind === 'unknown') return new NextResponse('Unknown host', { status: 404 });
  // The internal addresses exist only behind the rewrite below.
  if (/^\/(w|ops)(\/|$)/.test(pathname)) return new NextResponse('Not found', { status: 404 });
  if (place.kind !== 'site' && /^\/(robots\.txt|sitemap\.xml)$/.test(pathname))
    return new NextResponse('Not found', { status: 404 });
  const forwarded = { request: { headers: forwardedHeaders(request, nonce) } };
  const isApi = pathname.startsWith('/api/') || pathname.startsWith('/.well-known/');
  if (isApi || place.kind === 'site') return NextResponse.next(forwarded);
  const prefix = place.kind === 'workspace' ? `/w/${place.slug}` : '/ops';
  const target = new URL(request.nextUrl);
  target.pathname = prefix + (pathname === '/' ? '' : pathname);
  return NextResponse.rewrite(target, forwarded);
}

function forwardedHeaders(request: NextRequest, nonce: string): Headers {
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  // Pages cannot see their own address: it is where signing in leads back to.
  headers.set('x-path', request.nextUrl.pathname + request.nextUrl.search);
  headers.set('content-security-policy', contentSecurityPolicy(nonce));
  return headers;
}

function secured(response: NextResponse, request: NextRequest, nonce: string): NextResponse {
  const protocol = request.headers.get('x-forwarded-proto') ?? request.nextUrl.protocol;
  for (const [name, value] of securityHeaders({ nonce, isSecure: protocol.startsWith('https') }))
    response.headers.set(name, value);
  return response;
}

// The API's procedures are not sent through here (server/api-door.ts): it would be a quarter of what a call costs.
export const config = {
  matcher: ['/((?!api/trpc/|api/live|api/v1/(?!docs|openapi)|_next/static|_next/image|favicon.ico|icon.svg).*)'],
};
