import type { ReactNode } from 'react';

export type EmptyStateProps = {
  title: ReactNode;
  children?: ReactNode;
  /** The one thing to do next. */
  action?: ReactNode;
  /** First use draws the open ledger, a filter that hides everything a ledger with a gap, no permission a closed one. */
  kind?: 'first-use' | 'filtered' | 'no-permission';
  /** The heading level that fits the page. */
  level?: 2 | 3;
};

/** What to say where there is nothing to show: why it is empty and what to do. */
export function EmptyState({ title, children, action, kind = 'first-use', level = 2 }: EmptyStateProps): ReactNode {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <div className="mx-auto flex max-w-100 flex-col items-center gap-3 px-4 py-10 text-center">
      <LedgerDrawing kind={kind} />
      <Heading className="font-brand text-h2 text-balance text-ink">{title}</Heading>
      {children ? <div className="text-body text-pretty text-muted">{children}</div> : null}
      {action ? <div className="mt-1 flex flex-wrap justify-center gap-2">{action}</div> : null}
    </div>
  );
}

function LedgerDrawing({ kind }: { kind: NonNullable<EmptyStateProps['kind']> }): ReactNode {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 96 64"
      width="96"
      height="64"
      fill="none"
      className="stroke-control"
      strokeWidth="1.25"
      strokeLinecap="round"
    >
      <rect x="12.5" y="6.5" width="71" height="51" rx="4" className="fill-surface" />
      <path d="M12.5 17.5h71M62.5 6.5v51M12.5 27.5h71M12.5 37.5h71M12.5 47.5h71" className="stroke-line" />
      {kind === 'first-use' ? <path d="M20 12h22M20 22.5h16M69 22.5h8" /> : null}
      {kind === 'first-use' ? <path d="M20 32.5h9" className="stroke-primary" strokeWidth="2.5" /> : null}
      {kind === 'filtered' ? <path d="M20 12h22M20 22.5h26M20 52.5h18M69 22.5h8M69 52.5h8" /> : null}
      {kind === 'filtered' ? <path d="M20 32.5h30M20 42.5h22" strokeDasharray="2 4" /> : null}
      {kind === 'no-permission' ? (
        <>
          <rect x="38.5" y="29.5" width="19" height="15" rx="3" className="fill-surface" />
          <path d="M42.5 29.5v-4a5.5 5.5 0 0 1 11 0v4M48 35.5v3" />
        </>
      ) : null}
      <path d="M7.5 10.5v43" className="stroke-primary" strokeWidth="3" />
    </svg>
  );
}
