import { Link } from '@aura/ui/link';
import { Wordmark } from '@aura/ui/logo';
import { ThemeToggle } from '@aura/ui/theme-toggle';
import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { readPreferences } from '../../../shell/preferences.ts';
import { siteCompany } from './site-company.ts';
import { footerPlaces } from './site-places.ts';

const linkClass =
  'inline-flex min-h-9 items-center text-muted underline-offset-3 hover:text-ink hover:underline pointer-coarse:min-h-11';

/** Who we are, and every page of the site. */
export async function SiteFooter(): Promise<ReactNode> {
  const { theme } = readPreferences(await cookies());
  return (
    <footer className="border-t border-line">
      <div className="mx-auto grid max-w-300 gap-x-12 gap-y-10 px-4 py-12 sm:px-6 lg:grid-cols-12">
        <div className="flex flex-col items-start gap-4 lg:col-span-5">
          <Wordmark size={20} />
          <FooterAddress />
          <ThemeToggle initial={theme} />
        </div>
        <nav aria-label="All pages" className="lg:col-span-7">
          <ul className="grid grid-cols-2 gap-x-8 gap-y-8 sm:grid-cols-3">
            {footerPlaces.map(({ title, places }) => (
              <li key={title}>
                <p className="text-h3">{title}</p>
                <ul className="mt-1">
                  {places.map(({ href, label }) => (
                    <li key={href}>
                      <Link href={href} prefetch={false} className={linkClass}>
                        {label}
                      </Link>
                    </li>
                  ))}
                  {title === 'Product' ? (
                    <li>
                      <a href="/api/v1/docs" className={linkClass}>
                        API
                      </a>
                    </li>
                  ) : null}
                </ul>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </footer>
  );
}

function FooterAddress(): ReactNode {
  const { legalName, postalAddress, email } = siteCompany();
  const lines = postalAddress.length > 0 ? postalAddress : [legalName];
  return (
    <address className="text-muted not-italic">
      {lines.map((line) => (
        <span key={line} className="block">
          {line}
        </span>
      ))}
      <a href={`mailto:${email}`} className={linkClass}>
        {email}
      </a>
    </address>
  );
}
