import { isoDate, listInput, pageOf, uuid } from '@aura/kernel';
import { z } from 'zod';

export const auditListInput = listInput({
  filters: {
    actorId: uuid.optional(),
    action: z.string().max(80).optional().meta({ description: 'One action, `deal.updated`' }),
    entity: z.string().max(40).optional(),
    entityId: uuid.optional(),
    from: isoDate.optional(),
    to: isoDate.optional().meta({ description: 'Inclusive' }),
  },
  sorts: ['occurredAt'],
}).omit({ q: true, deleted: true });
export type AuditListInput = z.output<typeof auditListInput>;

export const auditEventOutput = z
  .object({
    id: uuid,
    occurredAt: z.iso.datetime(),
    actorId: uuid.nullable(),
    actorName: z.string().nullable(),
    action: z.string(),
    entity: z.string(),
    entityId: uuid.nullable(),
    requestId: z.string().nullable(),
    detail: z.record(z.string(), z.unknown()).meta({ description: 'For a change: field → [before, after]' }),
  })
  .meta({ id: 'AuditEvent' });
export type AuditEvent = z.output<typeof auditEventOutput>;
export const auditPage = pageOf(auditEventOutput);

export const auditVerifyOutput = z.object({
  isIntact: z.boolean(),
  seals: z.array(z.object({ id: z.string(), sealedAt: z.iso.datetime(), rows: z.int(), isIntact: z.boolean() })),
  unsealedRows: z.int().meta({ description: 'Newer than the last seal; sealed within a minute' }),
});

export const violationOutput = z
  .object({
    id: z.string(),
    occurredAt: z.iso.datetime(),
    userId: uuid.nullable(),
    kind: z.string().meta({ description: 'refused_write, bad_context, cross_tenant_probe or not_visible_probe' }),
    entity: z.string().nullable(),
    entityId: uuid.nullable(),
    requestId: z.string().nullable(),
  })
  .meta({ id: 'Violation' });
