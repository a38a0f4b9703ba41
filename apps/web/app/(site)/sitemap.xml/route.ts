import { siteCompany } from '../_frame/site-company.ts';
import { siteOrigin } from '../_frame/site-origin.ts';

// The address is known when the server runs, not when it is built.
export const dynamic = 'force-dynamic';

const pages = [
  '/',
  '/pricing',
  '/security',
  '/about',
  '/careers',
  '/contact',
  '/signup',
  '/login',
  '/accessibility',
  '/legal/terms',
  '/legal/privacy',
  '/legal/dpa',
];

/** Every page of the site and every open role. */
export function GET(): Response {
  const roles = siteCompany().roles.flatMap(({ slug, isOpen }) => (isOpen ? [`/careers/${slug}`] : []));
  const urls = [...pages, ...roles].map((path) => `  <url><loc>${siteOrigin()}${path}</loc></url>`);
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls.join('\n')}
</urlset>
`;
  return new Response(xml, { headers: { 'content-type': 'application/xml; charset=utf-8' } });
}
