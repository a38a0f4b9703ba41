import { Link } from '@aura/ui/link';
import { LinkButton } from '@aura/ui/link-button';
import { Wordmark } from '@aura/ui/logo';
import type { ReactNode } from 'react';
import { SiteMenu } from './site-menu.tsx';
import { SiteNav } from './site-nav.tsx';

export function SiteHeader(): ReactNode {
  return (
    <header className="border-b border-line">
      <div className="mx-auto flex h-16 max-w-300 items-center gap-4 px-4 sm:px-6 lg:gap-6">
        <Link href="/" aria-label="Aura, home" className="inline-flex min-h-11 items-center">
          <Wordmark />
        </Link>
        <nav aria-label="Site" className="hidden flex-1 md:block">
          <SiteNav />
        </nav>
        <div className="ms-auto flex items-center gap-1 sm:gap-2">
          <LinkButton href="/login" prefetch={false} variant="ghost" className="hidden md:inline-flex">
            Log in
          </LinkButton>
          <LinkButton href="/signup" variant="primary">
            Start free
          </LinkButton>
          <div className="-me-2 md:hidden">
            <SiteMenu />
          </div>
        </div>
      </div>
    </header>
  );
}
