import { Link } from '@aura/ui/link';
import { LinkButton } from '@aura/ui/link-button';
import { Wordmark } from '@aura/ui/logo';
import type { ReactNode } from 'react';

const places = [
  { href: '/#product', label: 'Product' },
  { href: '/#pricing', label: 'Pricing' },
  { href: '/security', label: 'Security' },
];

/** On a phone the same links stand in the footer, so no menu is needed here. */
export function SiteHeader(): ReactNode {
  return (
    <header className="border-b border-line">
      <div className="mx-auto flex h-16 max-w-300 items-center gap-6 px-4 sm:px-6">
        <Link href="/" aria-label="Aura, home">
          <Wordmark />
        </Link>
        <nav aria-label="Site" className="hidden flex-1 md:block">
          <ul className="flex gap-1">
            {places.map(({ href, label }) => (
              <li key={href}>
                <Link
                  href={href}
                  className="inline-flex min-h-9 items-center rounded-control px-3 text-body-lg text-muted hover:bg-sunken hover:text-ink"
                >
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <div className="ms-auto flex items-center gap-2">
          <LinkButton href="/login" variant="ghost">
            Log in
          </LinkButton>
          <LinkButton href="/signup" variant="primary">
            Start free
          </LinkButton>
        </div>
      </div>
    </header>
  );
}
