export type {
  ActorContext,
  AuthenticatedSession,
  DomainEvent,
  EventHook,
  HostTenant,
  IncomingRequest,
  Logger,
  Mail,
  Platform,
  RequestContext,
  SessionContext,
} from './context.ts';
export { readCursor, writeCursor } from './cursor.ts';
export { toAppError } from './errors.ts';
export { emitEvent, emitEvents, noteMiss, recordAudit } from './events.service.ts';
export type { FirstQuestion } from './first-look.ts';
export { COUNT_MAX, type ListOrder, listPage, type PageRange, type SortColumn } from './keyset.queries.ts';
export { publishChange } from './live/change.ts';
export { createOpenApiDocument } from './openapi.ts';
export { enforcePublicLimit, enforceRateLimit } from './rate-limit.ts';
export {
  archivedRefusal,
  changeEvents,
  emitChanges,
  emitOwnerChanges,
  giveRecords,
  ownerRefusal,
  permissionRefusal,
  requireVersion,
  type Versioned,
} from './record.service.ts';
export type { FileAnswer, RestMeta } from './rest-meta.ts';
export { deriveKey, seal, unseal } from './seal.ts';
export {
  createCallerFactory,
  describe,
  type ProcedureMeta,
  procedure,
  publicProcedure,
  router,
  withReader,
  withTransaction,
} from './trpc.ts';
export { type Refused, writeEach } from './write-each.service.ts';
