import type { Cache } from '@aura/cache';
import type { PlainDb, TenantDatabase, TenantDb } from '@aura/db';
import type { Actor, ConstraintMessage, Role } from '@aura/kernel';

export type Mail = { to: string; subject: string; text: string; html: string; links: string[]; code?: string };

export type Logger = {
  info(event: string, fields?: Record<string, unknown>): void;
  warn(event: string, fields?: Record<string, unknown>): void;
  error(event: string, fields?: Record<string, unknown>): void;
};

/** What the process offers to every request; made once, in apps/web. */
export type Platform = {
  tenants: TenantDatabase;
  /** The login that reads people, sessions and credentials, and no business data. */
  identity: PlainDb;
  cache: Cache;
  mail: (mail: Mail) => Promise<void>;
  clock: () => Date;
  /** The installation's secret: cursors and keys are signed with values derived from it. */
  secret: string;
  /** Host and port of the root site, `aura.localhost:3000`. */
  rootDomain: string;
  isProduction: boolean;
  rateLimitPerMinute: number;
  permissionsOf: (role: Role) => ReadonlySet<string>;
  constraints: Readonly<Record<string, ConstraintMessage>>;
  logger: Logger;
  /** F5.6, in a transaction of its own. */
  logViolation: (
    context: SessionContext,
    violation: { kind: 'refused_write' | 'bad_context'; sqlstate: string; entity: string | null },
  ) => Promise<void>;
  /** The manifests' `provision`, in the order of their dependencies: what a new tenant starts with. */
  provisionHooks?: readonly ProvisionHook[];
  /** The manifests' `reassign`: how each module hands a leaving member's open records over. */
  reassignHooks?: readonly ReassignHook[];
  /** The manifests' `hears`: what follows from a transaction's events, written with them. */
  eventHooks?: readonly EventHook[];
};

/** Runs in the new tenant's own context, as its first admin. All hooks are one transaction. */
export type ProvisionHook = (context: ActorContext) => Promise<void>;

/** Runs in the transaction that deactivates the member; answers how many records it handed over. */
export type ReassignHook = (context: ActorContext, change: { fromUserId: string; toUserId: string }) => Promise<number>;

/** Runs at the end of each transaction that emitted an event it listens to, once, with all of those. */
export type EventHook = {
  listensTo: (event: DomainEvent) => boolean;
  /** Answers who has something new to read. */
  hear: (context: ActorContext, events: readonly DomainEvent[]) => Promise<readonly string[]>;
};

export type SessionContext = { tenantId: string; token: string; requestId: string };

/** The workspace that the host names; known before anyone signs in. */
export type HostTenant = { id: string; slug: string; name: string; status: string; currency: string; timezone: string };

/** A live session of an active member; the token is what the database verifies again. */
export type AuthenticatedSession = { actor: Actor; token: string };

export type IncomingRequest = {
  id: string;
  /** 'server' calls come from server components and jobs, in-process. */
  transport: 'rest' | 'trpc' | 'server';
  host: string;
  ip: string;
  userAgent: string;
  idempotencyKey: string | null;
};

/** What every procedure gets, signed in or not. */
export type RequestContext = {
  platform: Platform;
  request: IncomingRequest;
  tenant: HostTenant | null;
  /** Throws when nobody is signed in, or not into this tenant. */
  authenticate: () => Promise<AuthenticatedSession>;
  /** Headers that the answer will carry (cookies). */
  responseHeaders: Headers;
};

export type DomainEvent = { type: string; entity: string; entityId: string; data?: Record<string, unknown> };

/** What a procedure with a permission gets. */
export type ActorContext = RequestContext & {
  tenant: HostTenant;
  actor: Actor;
  /** In a query: each statement its own transaction. In a mutation: one transaction, committed when the procedure returns. */
  db: TenantDb;
  /** For lists, searches and sums: planned for their own values, in the order of an index. In a mutation it is `db`. */
  listDb: TenantDb;
  clock: () => Date;
  requestId: string;
  /** Writes the event beside the change; jobs, push and the record's timeline are fed from it. */
  emit: (event: DomainEvent) => Promise<void>;
  /** Runs once the transaction is over, committed or not, on a connection of its own; at once in a query. */
  afterEnd: (work: () => Promise<void>) => Promise<void>;
  /** Runs once the transaction is committed; never when it is rolled back. */
  afterCommit: (work: () => Promise<void>) => void;
};
