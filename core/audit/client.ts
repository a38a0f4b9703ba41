'use client';
import { useApi } from '@aura/api/client';
import type { auditRouter } from './audit.router.ts';

export type { AuditListInput } from './audit.schema.ts';

export const useAuditApi = () => useApi<{ audit: typeof auditRouter }>();

export type { TimelineEntry } from './timeline.queries.ts';
export { AuditScreen } from './ui/audit-screen.tsx';
export { type RecordChanges, recordChangesOf } from './ui/record-changes.ts';
