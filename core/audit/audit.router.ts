import { procedure, router } from '@aura/api';
import { z } from 'zod';
import { listAuditEvents, listViolations, verifyAuditLog } from './audit.queries.ts';
import { auditListInput, auditPage, auditVerifyOutput, violationOutput } from './audit.schema.ts';

export const auditRouter = router({
  list: procedure('audit:read')
    .meta({ rest: { method: 'GET', path: '/audit-log', summary: 'Read the audit log' } })
    .input(auditListInput)
    .output(auditPage)
    .query(({ ctx, input }) => listAuditEvents(ctx, input)),
  verify: procedure('audit:read')
    .meta({ rest: { method: 'GET', path: '/audit-log/verify', summary: 'Prove that the log is unchanged' } })
    .output(auditVerifyOutput)
    .query(({ ctx }) => verifyAuditLog(ctx)),
  violations: procedure('audit:read')
    .meta({ rest: { method: 'GET', path: '/audit-log/violations', summary: 'Refused writes and probes' } })
    .input(z.strictObject({ limit: z.int().min(1).max(100).default(25) }))
    .output(z.object({ items: z.array(violationOutput) }))
    .query(async ({ ctx, input }) => ({ items: await listViolations(ctx, input.limit) })),
});
