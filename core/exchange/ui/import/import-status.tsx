import { Badge } from '@aura/ui/badge';
import { CircleAlert, CircleCheck, Clock, LoaderCircle, TriangleAlert, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Import } from '../../import/import.schema.ts';

/** The state of an import in a word: never "done" before it is. */
export function StatusBadge({
  job: { status, failed, undoing },
}: {
  job: Pick<Import, 'status' | 'failed' | 'undoing'>;
}): ReactNode {
  switch (status) {
    case 'queued':
      return <Badge icon={<Clock aria-hidden />}>Queued</Badge>;
    case 'running':
      return (
        <Badge tone="info" icon={<LoaderCircle aria-hidden />}>
          {undoing ? 'Undoing' : 'Running'}
        </Badge>
      );
    case 'failed':
      return (
        <Badge tone="danger" icon={<CircleAlert aria-hidden />}>
          Failed
        </Badge>
      );
    case 'undone':
      return <Badge icon={<Undo2 aria-hidden />}>Undone</Badge>;
    case 'done':
      return failed > 0 ? (
        <Badge tone="warn" icon={<TriangleAlert aria-hidden />}>
          Done with problems
        </Badge>
      ) : (
        <Badge tone="ok" icon={<CircleCheck aria-hidden />}>
          Done
        </Badge>
      );
  }
}
