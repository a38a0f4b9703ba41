import { Link } from '@aura/ui/link';
import { Wordmark } from '@aura/ui/logo';
import type { ReactNode } from 'react';

const places = [
  { href: '/#product', label: 'Product' },
  { href: '/#pricing', label: 'Pricing' },
  { href: '/security', label: 'Security' },
  { href: '/legal/terms', label: 'Terms' },
  { href: '/login', label: 'Log in' },
  { href: '/signup', label: 'Start free' },
];

export function SiteFooter(): ReactNode {
  return (
    <footer className="border-t border-line">
      <div className="mx-auto flex max-w-300 flex-wrap items-start justify-between gap-x-12 gap-y-6 px-4 py-10 sm:px-6">
        <div className="flex flex-col gap-2">
          <Wordmark size={20} />
          <p className="text-muted">An honest sales book.</p>
        </div>
        <nav aria-label="Footer">
          <ul className="flex max-w-100 flex-wrap gap-x-6">
            {places.map(({ href, label }) => (
              <li key={href}>
                <Link
                  href={href}
                  className="inline-flex min-h-9 items-center text-muted underline-offset-3 hover:text-ink hover:underline pointer-coarse:min-h-11"
                >
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </footer>
  );
}
