'use client';

export type { AuditListInput } from './audit.schema.ts';
export type { TimelineEntry } from './timeline.queries.ts';
export { AuditScreen } from './ui/audit-screen.tsx';
export { type RecordChanges, recordChangesOf } from './ui/record-changes.ts';
export { useAuditApi } from './ui/use-audit-api.ts';
