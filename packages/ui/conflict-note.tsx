'use client';

import { TriangleAlert } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { Button } from './button.tsx';

export type ConflictNoteProps = {
  /** Who changed it in the meantime, and when, as the beginning of a sentence: "Ana, 2 minutes ago". */
  who: ReactNode;
  fields: readonly { name: string; label: string; theirs: ReactNode; mine: ReactNode }[];
  onTheirs: () => void;
  onMine: () => void;
  isSaving?: boolean;
  /** Why saving mine did not work. */
  problem?: string | null;
};

/** Two people changed the same field: shows both values and asks which one stays. Nothing is lost until then. */
export function ConflictNote({
  who,
  fields,
  onTheirs,
  onMine,
  isSaving = false,
  problem,
}: ConflictNoteProps): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="flex flex-col gap-3 rounded-panel border border-warn bg-warn-soft p-4 text-ink"
    >
      <p className="flex gap-2 font-medium">
        <TriangleAlert aria-hidden className="size-5 text-warn" />
        <span>{who} changed this while you were editing. Your version is kept below.</span>
      </p>
      <dl className="flex flex-col gap-3">
        {fields.map(({ name, label, theirs, mine }) => (
          <div key={name} className="grid gap-x-4 gap-y-1 sm:grid-cols-2">
            <div className="min-w-0">
              <dt className="text-small text-muted">{label}, theirs</dt>
              <dd className="m-0 wrap-anywhere">{theirs || '—'}</dd>
            </div>
            <div className="min-w-0">
              <dt className="text-small text-muted">{label}, yours</dt>
              <dd className="m-0 wrap-anywhere">{mine || '—'}</dd>
            </div>
          </div>
        ))}
      </dl>
      {problem ? <p className="font-medium text-danger">{problem}</p> : null}
      <div className="flex flex-wrap gap-2">
        <Button onClick={onTheirs}>Use theirs</Button>
        <Button variant="primary" onClick={onMine} loading={isSaving} loadingLabel="Saving…">
          Save mine
        </Button>
      </div>
    </div>
  );
}
