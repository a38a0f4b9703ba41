import { readRootDomain } from './env.ts';
import { placeOf } from './host.ts';
import { securityHeaders } from './security-headers.ts';

type Serve = (request: Request) => Promise<Response>;

/**
 * What the proxy does for pages, for the API's procedures: they skip it. Refuses hosts that are not ours, sends plain
 * localhost to the root domain, and puts the security headers on. It cannot compress: Next takes content-encoding off.
 */
export function throughApiDoor(serve: Serve): Serve {
  return async (request) => {
    const rootDomain = readRootDomain();
    const url = new URL(request.url);
    const protocol = request.headers.get('x-forwarded-proto') ?? url.protocol;
    const place = placeOf(request.headers.get('host') ?? '', rootDomain);
    if (place.kind === 'redirect')
      return Response.redirect(`${url.protocol}//${rootDomain}${url.pathname}${url.search}`, 307);
    const response = place.kind === 'unknown' ? new Response('Unknown host', { status: 404 }) : await serve(request);
    const nonce = btoa(crypto.randomUUID());
    for (const [name, value] of securityHeaders({ nonce, isSecure: protocol.startsWith('https') }))
      response.headers.set(name, value);
    return response;
  };
}
