'use client';

import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { GalleryActions } from './gallery-actions.tsx';
import { GalleryData } from './gallery-data.tsx';
import { GalleryFeedback } from './gallery-feedback.tsx';
import { GalleryFields } from './gallery-fields.tsx';
import { GalleryOverlays } from './gallery-overlays.tsx';
import { GalleryText } from './gallery-text.tsx';
import { LiveRegions } from './live-regions.tsx';
import { Wordmark } from './logo.tsx';
import { PageHeader } from './page-header.tsx';
import { SkipLinks } from './skip-links.tsx';
import { ThemeToggle } from './theme-toggle.tsx';
import { Toaster } from './toaster.tsx';

/** Every component in its states, for screenshots and accessibility checks. */
export function Gallery(): ReactNode {
  return (
    <>
      <SkipLinks />
      <header className="flex flex-wrap items-center justify-between gap-3 border-b border-line px-4 py-2 sm:px-6">
        <Wordmark />
        <ThemeToggle />
      </header>
      <main id="content" tabIndex={-1} className="mx-auto flex max-w-300 flex-col gap-8 px-4 py-6 sm:px-6">
        <PageHeader
          breadcrumb={[
            { label: 'Settings', href: '#settings' },
            { label: 'Design', href: '#design' },
          ]}
          title="Ledger, every part in every state"
          subtitle="Long words, right-to-left names, nothing, and failure."
          primaryAction={<Button variant="primary">New deal</Button>}
          actions={<Button>Export</Button>}
        />
        <GalleryText />
        <GalleryActions />
        <GalleryFields />
        <GalleryData />
        <GalleryFeedback />
        <GalleryOverlays />
      </main>
      <LiveRegions />
      <Toaster />
    </>
  );
}
