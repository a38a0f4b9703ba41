import { isNextDevelopment } from './env.ts';

export function contentSecurityPolicy(nonce: string): string {
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

/** What every answer carries, a page's as much as the API's. */
export function securityHeaders({ nonce, isSecure }: { nonce: string; isSecure: boolean }): [string, string][] {
  const headers: [string, string][] = [
    ['content-security-policy', contentSecurityPolicy(nonce)],
    ['x-content-type-options', 'nosniff'],
    ['referrer-policy', 'strict-origin-when-cross-origin'],
    ['cross-origin-opener-policy', 'same-origin'],
    ['permissions-policy', 'camera=(), microphone=(), geolocation=()'],
  ];
  if (isSecure) headers.push(['strict-transport-security', 'max-age=63072000; includeSubDomains']);
  return headers;
}
