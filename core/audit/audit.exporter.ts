import { column, defineExporter } from '@aura/exchange';
import { listAuditEvents } from './audit.queries.ts';
import { type AuditEvent, auditListInput } from './audit.schema.ts';

export const auditExporter = defineExporter({
  name: 'audit-log',
  label: 'The audit log',
  permission: 'audit:read',
  filter: auditListInput.omit({ limit: true, cursor: true, sort: true }),
  columns: [
    column<AuditEvent>('occurredAt', ({ occurredAt }) => occurredAt),
    column<AuditEvent>('actorName', ({ actorName }) => actorName),
    column<AuditEvent>('actorId', ({ actorId }) => actorId),
    column<AuditEvent>('action', ({ action }) => action),
    column<AuditEvent>('entity', ({ entity }) => entity),
    column<AuditEvent>('entityId', ({ entityId }) => entityId),
    column<AuditEvent>('requestId', ({ requestId }) => requestId),
    column<AuditEvent>('detail', ({ detail }) => JSON.stringify(detail)),
  ],
  read: (ctx, { filter, ...page }) => listAuditEvents(ctx, { ...filter, ...page }),
});
