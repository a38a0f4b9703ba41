import { CircleAlert } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { Button } from './button.tsx';
import { SkeletonRegion, SkeletonText } from './skeleton.tsx';

export type PanelProps = {
  title: ReactNode;
  /** A count or a state beside the title. */
  note?: ReactNode;
  actions?: ReactNode;
  level?: 2 | 3;
  /** `loading` keeps the heading over blocks; `error` says what could not be loaded and offers to try again. */
  status?: 'ready' | 'loading' | 'error';
  onRetry?: () => void;
  /** Shown small below a failure, for whoever is asked for help. */
  reference?: string | null;
  loadingLines?: number;
  children?: ReactNode;
};

/** One part of a page: it loads, fails and recovers by itself, and the rest of the page stays. */
export function Panel(props: PanelProps): ReactNode {
  const { title, note, actions, level = 2, status = 'ready' } = props;
  const Heading = level === 2 ? 'h2' : 'h3';
  const headingId = useId();
  return (
    <section aria-labelledby={headingId} className="min-w-0 rounded-panel border border-line bg-surface">
      <header className="flex min-h-12 flex-wrap items-center justify-between gap-x-3 gap-y-1 border-b border-line px-4 py-2">
        <Heading id={headingId} className="flex min-w-0 items-baseline gap-2 text-h3 text-ink">
          {title}
          {note ? <span className="text-small font-normal text-muted tabular-nums">{note}</span> : null}
        </Heading>
        {actions && status === 'ready' ? <div className="flex items-center gap-1">{actions}</div> : null}
      </header>
      <div className="min-w-0 p-4">
        <PanelBody {...props} />
      </div>
    </section>
  );
}

function PanelBody({ title, status = 'ready', onRetry, reference, loadingLines = 4, children }: PanelProps): ReactNode {
  if (status === 'loading') {
    return (
      <SkeletonRegion>
        <SkeletonText lines={loadingLines} />
      </SkeletonRegion>
    );
  }
  if (status === 'ready') return children;
  return (
    <div role="alert" className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <p className="flex min-w-0 items-center gap-2">
        <CircleAlert aria-hidden className="size-4 text-danger" />
        <span>
          Couldn't load “{title}”.
          {reference ? <span className="block text-small text-muted">Reference {reference.slice(0, 8)}</span> : null}
        </span>
      </p>
      {onRetry ? (
        <Button size="sm" onClick={onRetry}>
          Retry
        </Button>
      ) : null}
    </div>
  );
}
