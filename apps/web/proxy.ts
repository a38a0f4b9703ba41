import { type NextRequest, NextResponse } from 'next/server';
import { isNextDevelopment, readRootDomain } from './server/env.ts';
import { placeOf } from './server/host.ts';

/** Resolves the host once, sends the request to its face of the application, and puts the security headers on. */
export function proxy(request: NextRequest): NextResponse {
  const host = request.headers.get('host') ?? '';
  const rootDomain = readRootDomain();
  const place = placeOf(host, rootDomain);
  const { pathname } = request.nextUrl;
  const isApi = pathname.startsWith('/api/') || pathname.startsWith('/.well-known/');
  const nonce = btoa(crypto.randomUUID());
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  // Pages cannot see their own address: it is where signing in leads back to.
  headers.set('x-path', pathname + request.nextUrl.search);
  headers.set('content-security-policy', contentSecurityPolicy(nonce));

  // Health is asked for by machines that do not know our names.
  if (pathname.startsWith('/api/health/')) return secured(NextResponse.next(), request, nonce);
  if (place.kind === 'unknown') return secured(new NextResponse('Unknown host', { status: 404 }), request, nonce);
  if (place.kind === 'redirect')
    return NextResponse.redirect(
      new URL(`${request.nextUrl.protocol}//${rootDomain}${pathname}${request.nextUrl.search}`),
      307,
    );
  // The internal addresses exist only behind this rewrite.
  if (/^\/(w|ops)(\/|$)/.test(pathname)) return secured(new NextResponse('Not found', { status: 404 }), request, nonce);
  if (isApi || place.kind === 'site') return secured(NextResponse.next({ request: { headers } }), request, nonce);
  const prefix = place.kind === 'workspace' ? `/w/${place.slug}` : '/ops';
  const target = new URL(request.nextUrl);
  target.pathname = prefix + (pathname === '/' ? '' : pathname);
  return secured(NextResponse.rewrite(target, { request: { headers } }), request, nonce);
}

function contentSecurityPolicy(nonce: string): string {
  return [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isNextDevelopment() ? " 'unsafe-eval'" : ''}`,
    // Inline style attributes (widths of bars, positions of popovers) carry no script; style elements need the nonce.
    `style-src 'self' 'nonce-${nonce}'`,
    `style-src-attr 'unsafe-inline'`,
    `img-src 'self' data: blob:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ].join('; ');
}

function secured(response: NextResponse, request: NextRequest, nonce: string): NextResponse {
  const isSecure = (request.headers.get('x-forwarded-proto') ?? request.nextUrl.protocol).startsWith('https');
  response.headers.set('content-security-policy', contentSecurityPolicy(nonce));
  response.headers.set('x-content-type-options', 'nosniff');
  response.headers.set('referrer-policy', 'strict-origin-when-cross-origin');
  response.headers.set('cross-origin-opener-policy', 'same-origin');
  response.headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=()');
  if (isSecure) response.headers.set('strict-transport-security', 'max-age=63072000; includeSubDomains');
  return response;
}

export const config = { matcher: ['/((?!_next/static|_next/image|favicon.ico|icon.svg).*)'] };
