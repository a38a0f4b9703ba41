'use client';

import type { TimelineEntry } from '@aura/audit/client';
import { useMemberNames } from '@aura/members/client';
import { DateText } from '@aura/ui/date-text';
import { TimelineItem } from '@aura/ui/timeline';
import { History } from 'lucide-react';
import type { ReactNode } from 'react';
import { type ChangeLine, changeText } from './change-text.ts';

/** One change of the record itself. */
export function ChangeEntry({ entry, action }: { entry: TimelineEntry; action?: ReactNode }): ReactNode {
  const members = useMemberNames();
  const { verb, lines } = changeText(entry, (userId) => members.get(userId)?.name ?? 'someone');
  const [only] = lines;
  return (
    <TimelineItem
      icon={<History aria-hidden />}
      title={
        <span className="text-muted">
          <span className="font-medium text-ink">{entry.actorName ?? 'Aura'}</span> {verb}
          {lines.length === 1 && only ? (
            <>
              : <FromTo line={only} />
            </>
          ) : null}
        </span>
      }
      meta={<DateText value={entry.occurredAt} style="time" />}
    >
      {action}
      {lines.length > 1 ? (
        <details>
          <summary className="min-h-6 text-small text-muted">What changed</summary>
          <dl className="mt-1 flex flex-col gap-1 text-small">
            {lines.map((line) => (
              <div key={line.field}>
                <dt className="inline text-muted">{line.field}: </dt>
                <dd className="m-0 inline">
                  <FromTo line={line} />
                </dd>
              </div>
            ))}
          </dl>
        </details>
      ) : null}
    </TimelineItem>
  );
}

function FromTo({ line }: { line: ChangeLine }): ReactNode {
  if (line.isSaid) return <span className="text-ink">{line.to}</span>;
  return (
    <>
      {line.from ? <del className="text-muted">{line.from}</del> : <span className="text-muted">empty</span>}
      <span aria-hidden> → </span>
      <span className="sr-only"> became </span>
      <span className="text-ink">{line.to || 'empty'}</span>
    </>
  );
}
