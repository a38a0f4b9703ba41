import { siteOrigin } from '../_frame/site-origin.ts';

// The address is known when the server runs, not when it is built.
export const dynamic = 'force-dynamic';

/** The site is for everyone; the API and the development pages are not pages to find. */
export function GET(): Response {
  const lines = ['User-agent: *', 'Disallow: /api/', 'Disallow: /dev/', '', `Sitemap: ${siteOrigin()}/sitemap.xml`];
  return new Response(`${lines.join('\n')}\n`, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
}
