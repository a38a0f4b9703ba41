import type { z } from 'zod';
import type { JobContext } from './job-context.ts';

/** Restores a tenant's context for a user who is still an active member of it, or throws: the job is then refused. */
export type OpenContext = (
  tenantId: string,
  userId: string,
) => Promise<{ run<T>(work: (ctx: JobContext) => Promise<T>): Promise<T> }>;

/** This attempt. `signal` aborts when its time is over, its claim was lost, or the worker gives up waiting for it. */
export type JobRun = {
  id: string;
  /** 1 at first. A job runs at least once: whatever it does must bear being done again. */
  attempt: number;
  signal: AbortSignal;
  /** Enqueues for the same user and tenant, after this run has succeeded and committed. */
  later<Input>(job: JobDefinition<Input>, input: Input, options?: { startAfterS?: number }): void;
};

type Settings = {
  /** Retries after the first attempt, further and further apart. 5 by default. */
  retryLimit?: number;
  /** A run may take this long; then, or when its process has died, it is retried. 60 by default. */
  timeoutS?: number;
};

export type JobDefinition<Input> = Settings & {
  /** Also its queue's name: letters, digits, `.`, `-`, `_`; renaming it leaves queued jobs behind. */
  name: string;
  input: z.ZodType<Input>;
  /** Events that start this job; its input is then the event's reference (`EventRef`). */
  on?: readonly string[];
  /** For long runs: a dead process is noticed after this time instead of `timeoutS`. At least 10. */
  heartbeatS?: number;
  /** How many run side by side in one worker. 1 by default. */
  concurrency?: number;
  /** Seconds until the first retry; each further one doubles it, up to 5 minutes. 2 by default. */
  retryDelayS?: number;
  run(ctx: JobContext, input: Input, job: JobRun): Promise<void>;
};

/** What the outbox says of an event; its data is read in the tenant's context. */
export type EventRef = { id: string; type: string; entityId?: string | null };

export type SubscriberDefinition = Settings & {
  /** Unique; the event's name by default. */
  name: string;
  /** An event's type, or `*` for all of them. */
  event: string;
  run(ctx: JobContext, event: EventRef, job: JobRun): Promise<void>;
};

export type Execute = (text: string, values?: unknown[]) => Promise<readonly unknown[]>;

/** Enqueues for a member. The same key again within `onceInS` seconds may be left out: the job must bear either. */
export type Call = <Input>(
  job: JobDefinition<Input>,
  owner: { tenantId: string; userId: string; key: string; onceInS: number },
  input: Input,
) => Promise<void>;

/**
 * Upkeep that belongs to no tenant: calls SQL functions granted to the worker, once per period over all workers. What
 * needs a tenant's data it calls as jobs of that tenant's members.
 */
export type Chore = { name: string; everyS: number; run(execute: Execute, call: Call): Promise<void> };

export function defineJob<Input>(job: JobDefinition<Input>): JobDefinition<Input> {
  return job;
}

export function defineSubscriber(
  subscriber: Omit<SubscriberDefinition, 'name'> & { name?: string },
): SubscriberDefinition {
  return { name: subscriber.event, ...subscriber };
}

export function defineChore(chore: Chore): Chore {
  return chore;
}
