import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from './link.tsx';

export type Crumb = { label: string; href: string };

export type PageHeaderProps = {
  /** The page's only h1. */
  title: ReactNode;
  /** A badge or glyph beside the title. */
  status?: ReactNode;
  subtitle?: ReactNode;
  /** The pages above this one, outermost first. */
  breadcrumb?: readonly Crumb[];
  /** The one most likely action; first in the tab order of the page. */
  primaryAction?: ReactNode;
  actions?: ReactNode;
};

/** The head of every page. Actions that do not fit beside the title wrap below it. */
export function PageHeader({
  title,
  status,
  subtitle,
  breadcrumb,
  primaryAction,
  actions,
}: PageHeaderProps): ReactNode {
  return (
    <header className="flex flex-col gap-1 pb-4">
      {breadcrumb && breadcrumb.length > 0 ? <Breadcrumb crumbs={breadcrumb} /> : null}
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-3">
        <div className="min-w-0 flex-[1_1_min-content] sm:flex-[1_1_16rem]">
          <div className="flex min-h-9 flex-wrap items-center gap-x-3 gap-y-1">
            <h1 tabIndex={-1} className="min-w-0 text-h1 text-balance text-ink">
              {title}
            </h1>
            {status}
          </div>
          {subtitle ? <div className="mt-0.5 min-w-40 text-body text-muted sm:min-w-0">{subtitle}</div> : null}
        </div>
        {primaryAction || actions ? (
          <div className="flex max-w-full flex-wrap items-center gap-2 sm:flex-row-reverse">
            {primaryAction}
            {actions}
          </div>
        ) : null}
      </div>
    </header>
  );
}

export function Breadcrumb({ crumbs }: { crumbs: readonly Crumb[] }): ReactNode {
  return (
    <nav aria-label="Breadcrumb">
      <ol className="flex flex-wrap items-center gap-x-1 text-small text-muted">
        {crumbs.map((crumb) => (
          <li key={crumb.href} className="flex min-w-0 items-center gap-1">
            <Link
              href={crumb.href}
              className="inline-flex min-h-6 min-w-0 items-center truncate underline-offset-3 hover:text-ink hover:underline"
            >
              {crumb.label}
            </Link>
            <ChevronRight aria-hidden className="size-3.5" />
          </li>
        ))}
      </ol>
    </nav>
  );
}
