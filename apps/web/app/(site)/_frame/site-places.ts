export type SitePlace = { href: string; label: string };

/** In the header, and first in the menu of a phone. */
export const headerPlaces: readonly SitePlace[] = [
  { href: '/#product', label: 'Product' },
  { href: '/pricing', label: 'Pricing' },
  { href: '/security', label: 'Security' },
  { href: '/careers', label: 'Careers' },
  { href: '/contact', label: 'Contact' },
];

/** Every page of the site, in the footer: the site map, and the menu where no script runs. */
export const footerPlaces: readonly { title: string; places: readonly SitePlace[] }[] = [
  {
    title: 'Product',
    places: [
      { href: '/#product', label: 'What it does' },
      { href: '/pricing', label: 'Pricing' },
      { href: '/security', label: 'Security' },
      { href: '/signup', label: 'Start free' },
      { href: '/login', label: 'Log in' },
    ],
  },
  {
    title: 'Company',
    places: [
      { href: '/about', label: 'Purpose' },
      { href: '/careers', label: 'Careers' },
      { href: '/contact', label: 'Contact' },
      { href: '/accessibility', label: 'Accessibility' },
    ],
  },
  {
    title: 'Legal',
    places: [
      { href: '/legal/terms', label: 'Terms' },
      { href: '/legal/privacy', label: 'Privacy' },
      { href: '/legal/dpa', label: 'Data processing' },
    ],
  },
];
