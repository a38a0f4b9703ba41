import type { ReactNode } from 'react';

/** What happened, newest day first. */
export function Timeline({ label, children }: { label: string; children: ReactNode }): ReactNode {
  return (
    <section aria-label={label} className="flex flex-col gap-6">
      {children}
    </section>
  );
}

/** The events of one day below its date. */
export function TimelineDay({
  heading,
  level = 3,
  children,
}: {
  heading: ReactNode;
  level?: 2 | 3 | 4;
  children: ReactNode;
}): ReactNode {
  const Heading = `h${level}` as const;
  return (
    <div className="min-w-0">
      <Heading className="sticky top-0 z-10 bg-canvas py-1 text-small font-medium text-muted">{heading}</Heading>
      <ol className="mt-2">{children}</ol>
    </div>
  );
}

export type TimelineItemProps = {
  icon: ReactNode;
  /** Who did what, as a sentence. */
  title: ReactNode;
  /** The time, and where it matters the kind. */
  meta?: ReactNode;
  /** A menu at the end. */
  actions?: ReactNode;
  /** A note, the old and new value, or whatever belongs to it. */
  children?: ReactNode;
  /** Not saved yet. */
  isPending?: boolean;
};

/** One event on the line. */
export function TimelineItem({
  icon,
  title,
  meta,
  actions,
  children,
  isPending = false,
}: TimelineItemProps): ReactNode {
  return (
    <li aria-busy={isPending || undefined} className="group/item relative flex gap-3 pb-5 last:pb-0">
      <span aria-hidden className="absolute top-8 bottom-0 left-3.75 w-px bg-line group-last/item:hidden" />
      <span
        aria-hidden
        className="grid size-8 shrink-0 place-items-center rounded-full border border-line bg-surface text-muted [&_svg]:size-4"
      >
        {icon}
      </span>
      <div className="min-w-0 flex-1 pt-1.5">
        <div className="flex items-start justify-between gap-2">
          <div className="flex min-w-0 flex-wrap items-baseline gap-x-2">
            <div className="min-w-0 text-body wrap-anywhere text-ink">{title}</div>
            <div className="text-small text-muted">{isPending ? 'Saving…' : meta}</div>
          </div>
          {actions ? <div className="-my-1 shrink-0">{actions}</div> : null}
        </div>
        {children ? (
          <div className="mt-1.5 max-w-[70ch] text-body wrap-anywhere whitespace-pre-wrap text-ink">{children}</div>
        ) : null}
      </div>
    </li>
  );
}
