import { Info } from 'lucide-react';
import type { ReactNode } from 'react';
import { siteCompany } from './site-company.ts';

/** On an installation for trying out, the facts of the company are nobody's, and the page says so. */
export function ExampleNote({ children }: { children: ReactNode }): ReactNode {
  if (!siteCompany().isExample) return null;
  return (
    <div role="note" className="border-b border-info bg-info-soft">
      <p className="mx-auto flex max-w-300 items-start gap-3 px-4 py-3 sm:px-6">
        <Info aria-hidden className="size-5 text-info" />
        <span className="min-w-0">
          <strong className="font-medium">This is a demonstration.</strong> {children}
        </span>
      </p>
    </div>
  );
}
