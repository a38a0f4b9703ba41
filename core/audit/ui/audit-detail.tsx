'use client';

import { CopyButton } from '@aura/ui/copy-button';
import { DateText } from '@aura/ui/date-text';
import { Sheet } from '@aura/ui/sheet';
import type { ReactNode } from 'react';
import { type AuditEvent, type Change, changesOf, describeEntity } from './audit-event.ts';

type AuditDetailProps = { event: AuditEvent | null; title: string; onClose: () => void };

/** One entry: what was, what is, and by which request. */
export function AuditDetail({ event, title, onClose }: AuditDetailProps): ReactNode {
  return (
    <Sheet
      open={event !== null}
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      title={title || 'Entry'}
      size="lg"
      footer={event ? <CopyButton text={JSON.stringify(event, null, 2)}>Copy as JSON</CopyButton> : null}
    >
      {event ? <Entry event={event} /> : null}
    </Sheet>
  );
}

function Entry({ event }: { event: AuditEvent }): ReactNode {
  const changes = changesOf(event.detail);
  return (
    <div className="flex flex-col gap-6">
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-2">
        <Fact term="Time">
          <DateText value={event.occurredAt} style="date-time" />
        </Fact>
        <Fact term="UTC">
          <code className="font-mono text-small">{event.occurredAt}</code>
        </Fact>
        <Fact term="Who">{event.actorName ?? (event.actorId ? 'Former member' : 'System')}</Fact>
        <Fact term="Action">
          <code className="font-mono text-small">{event.action}</code>
        </Fact>
        <Fact term={describeEntity(event.entity)}>
          <code className="font-mono text-small">{event.entityId ?? '—'}</code>
        </Fact>
        <Fact term="Request">
          <code className="font-mono text-small">{event.requestId ?? '—'}</code>
        </Fact>
      </dl>
      {changes.length > 0 ? (
        <Changes changes={changes} />
      ) : (
        <p className="text-muted">The entry says no more than that.</p>
      )}
    </div>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }): ReactNode {
  return (
    <>
      <dt className="text-muted">{term}</dt>
      <dd className="min-w-0 wrap-anywhere">{children}</dd>
    </>
  );
}

function Changes({ changes }: { changes: readonly Change[] }): ReactNode {
  return (
    <section aria-labelledby="audit-changes">
      <h3 id="audit-changes" className="text-h3">
        What it says
      </h3>
      <dl className="mt-2 divide-y divide-line border-y border-line">
        {changes.map(({ field, before, after }) => (
          <div key={field} className="py-2">
            <dt className="text-small text-muted">{field}</dt>
            <dd className="wrap-anywhere">
              {before === null ? null : (
                <>
                  <del className="text-muted">
                    <span className="sr-only">before: </span>
                    {before}
                  </del>{' '}
                  <span aria-hidden>→</span>{' '}
                </>
              )}
              <ins className="no-underline">
                {before === null ? null : <span className="sr-only">after: </span>}
                {after}
              </ins>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
