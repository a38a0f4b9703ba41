import type { ReactNode } from 'react';
import { siteCompany } from '../_frame/site-company.ts';
import { siteOrigin } from '../_frame/site-origin.ts';

/** The company for search engines; what is only an example is left out. */
export function OrganizationData(): ReactNode {
  const { legalName, postalAddress, email, phone, isExample } = siteCompany();
  const origin = siteOrigin();
  const address =
    isExample || postalAddress.length === 0
      ? {}
      : { address: { '@type': 'PostalAddress', streetAddress: postalAddress } };
  const data = {
    '@context': 'https://schema.org',
    '@type': 'Organization',
    name: 'Aura',
    url: `${origin}/`,
    logo: `${origin}/icon.svg`,
    email,
    ...(isExample ? {} : { legalName }),
    ...(phone ? { telephone: phone } : {}),
    ...address,
  };
  // No text of the file may end the element.
  const json = JSON.stringify(data).replaceAll('<', '\\u003c');
  // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON without "<", as data that no browser runs.
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}
