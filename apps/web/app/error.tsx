'use client';

import { Wordmark } from '@aura/ui/logo';
import type { ReactNode } from 'react';
import { PageError, type PageErrorProps } from '../shell/page-error.tsx';

export default function RootError(props: PageErrorProps): ReactNode {
  return (
    <main className="mx-auto max-w-160 px-4 py-16">
      <Wordmark />
      <PageError {...props} />
    </main>
  );
}
