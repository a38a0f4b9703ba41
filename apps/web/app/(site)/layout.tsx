import { SkipLinks } from '@aura/ui/skip-links';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { preloadedDisplayFont } from '../../shell/display-font.ts';
import { SiteFooter } from './_frame/site-footer.tsx';
import { SiteHeader } from './_frame/site-header.tsx';
import { siteOrigin } from './_frame/site-origin.ts';

/** Addresses in the head are the configured ones, whatever host a request came by. */
export function generateMetadata(): Metadata {
  return {
    metadataBase: new URL(siteOrigin()),
    alternates: { canonical: './' },
    openGraph: { siteName: 'Aura', type: 'website', url: './' },
    twitter: { card: 'summary_large_image' },
  };
}

export default function SiteLayout({ children }: { children: ReactNode }): ReactNode {
  return (
    <div className={`${preloadedDisplayFont.variable} flex min-h-dvh flex-col`}>
      <SkipLinks />
      <SiteHeader />
      <main id="content" tabIndex={-1} className="flex-1 outline-none">
        {children}
      </main>
      <SiteFooter />
    </div>
  );
}
