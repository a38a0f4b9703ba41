import { setTimeout as sleep } from 'node:timers/promises';
import { throttled } from '@aura/kernel';
import type { Job, PgBoss } from 'pg-boss';
import { z } from 'zod';
import { errorFields, type JobLogger } from './job.log.ts';
import type { Call, Chore, JobDefinition, OpenContext, SubscriberDefinition } from './job.ts';
import { type LaterJob, type Runner, runJob } from './job-run.ts';
import { choreQueue, EVENTS_QUEUE, ensureQueues, openQueue, wake } from './queue.ts';
import { startRelay } from './relay.ts';

const SUBSCRIBERS_AT_ONCE = 4;
const QUEUE_POLL_MS_MIN = 500;

export type WorkerOptions = {
  /** Logs in as aura_worker; a transaction pooler will do. */
  databaseUrl: string;
  jobs?: readonly JobDefinition<unknown>[];
  subscribers?: readonly SubscriberDefinition[];
  chores?: readonly Chore[];
  openContext: OpenContext;
  logger: JobLogger;
  /** How often the outbox and the queues are looked at when nothing wakes the worker. */
  pollMs?: number;
  /** How often jobs of dead processes are looked for. */
  leaseCheckS?: number;
};

export type Worker = {
  /** Takes no more work and waits for what runs; past the deadline that is given back, to be retried elsewhere. */
  stop(options?: { timeoutMs?: number }): Promise<void>;
};

/** Relays the outbox and runs jobs until stopped. Waits for a database that is not there yet. */
export async function startWorker(options: WorkerOptions): Promise<Worker> {
  const { databaseUrl, jobs = [], subscribers = [], chores = [], logger, pollMs = 1_000, leaseCheckS = 15 } = options;
  assertUnique([EVENTS_QUEUE, ...jobs.map(({ name }) => name), ...chores.map(choreQueue)]);
  assertUnique(subscribers.map(({ name }) => name));

  const boss = openQueue(databaseUrl, leaseCheckS);
  const warn = throttled(logger.warn);
  boss.on('error', (error) => warn('queue error', errorFields(error)));
  await whenReachable(logger, async () => {
    await boss.start();
    await ensureQueues(boss, { jobs, chores });
  });

  const pollingIntervalSeconds = Math.max(pollMs, QUEUE_POLL_MS_MIN) / 1000;
  const context = { boss, openContext: options.openContext, logger, pollingIntervalSeconds };
  for (const job of jobs) await workJob(job, context);
  if (subscribers.length > 0) await workSubscribers(subscribers, context);
  const clocks = await Promise.all(chores.map((chore) => workChore(chore, context)));
  const relay = startRelay({ boss, jobs, subscribers, logger, pollMs });
  return {
    stop: async ({ timeoutMs = 25_000 } = {}) => {
      for (const clock of clocks) clearInterval(clock);
      await relay.stop();
      await boss.stop({ graceful: true, timeout: timeoutMs });
    },
  };
}

type Context = { boss: PgBoss; openContext: OpenContext; logger: JobLogger; pollingIntervalSeconds: number };
type Run = (job: Job<unknown>) => Promise<Awaited<ReturnType<typeof runJob>>>;

async function workJob(job: JobDefinition<unknown>, context: Context): Promise<void> {
  const runner: Runner = {
    ...runnerOf(job.name, context),
    prepare: (input) => {
      const parsed = job.input.safeParse(input);
      return parsed.success ? (ctx, run) => job.run(ctx, parsed.data, run) : undefined;
    },
  };
  await work(context, { queue: job.name, atOnce: job.concurrency ?? 1 }, (claimed) => runJob(claimed, runner));
}

const subscription = z.object({ subscriber: z.string() });
const eventRef = z.object({ id: z.guid(), type: z.string(), entityId: z.guid().nullish() });

async function workSubscribers(subscribers: readonly SubscriberDefinition[], context: Context): Promise<void> {
  const byName = new Map(subscribers.map((subscriber) => [subscriber.name, subscriber]));
  await work(context, { queue: EVENTS_QUEUE, atOnce: SUBSCRIBERS_AT_ONCE }, (claimed) => {
    const name = subscription.safeParse(claimed.data).data?.subscriber ?? 'unknown';
    const subscriber = byName.get(name);
    return runJob(claimed, {
      ...runnerOf(name, context),
      prepare: (input) => {
        const event = eventRef.safeParse(input).data;
        return event && subscriber ? (ctx, run) => subscriber.run(ctx, event, run) : undefined;
      },
    });
  });
}

function runnerOf(name: string, { boss, openContext, logger }: Context): Omit<Runner, 'prepare'> {
  return {
    name,
    openContext,
    logger,
    send: async (owner, later) => {
      for (const next of later) await sendLater(boss, owner, next);
    },
  };
}

async function sendLater(
  boss: PgBoss,
  owner: { tenantId: string; userId: string },
  { job, input, startAfterS }: LaterJob,
): Promise<void> {
  const { tenantId, userId } = owner;
  await boss.send(job.name, { tenantId, userId, input }, { startAfter: startAfterS, group: { id: tenantId } });
  wake(boss, new Set([job.name]));
}

function callWith(boss: PgBoss): Call {
  const call: Call = async (job, { tenantId, userId, key, onceInS }, input) => {
    const once = { singletonKey: key, singletonSeconds: onceInS };
    await boss.send(job.name, { tenantId, userId, input }, { ...once, group: { id: tenantId } });
    wake(boss, new Set([job.name]));
  };
  return call;
}

async function work(
  { boss, pollingIntervalSeconds }: Context,
  { queue, atOnce }: { queue: string; atOnce: number },
  run: Run,
): Promise<void> {
  // One tenant's thousand events must leave a place for another's first.
  const fairness = atOnce > 1 ? { localGroupConcurrency: atOnce - 1 } : {};
  const options = {
    pollingIntervalSeconds,
    localConcurrency: atOnce,
    ...fairness,
    batchSize: 1,
    perJobResults: true as const,
  };
  await boss.work<unknown, unknown, typeof options>(queue, options, async (jobs) => {
    const results = [];
    for (const job of jobs) results.push(await run(job));
    // There may be more: look at once instead of at the next poll.
    wake(boss, new Set([queue]));
    return results;
  });
}

async function workChore(chore: Chore, { boss, logger, pollingIntervalSeconds }: Context): Promise<NodeJS.Timeout> {
  const queue = choreQueue(chore);
  await boss.work(
    queue,
    { pollingIntervalSeconds: Math.max(pollingIntervalSeconds, Math.min(chore.everyS, 10)) },
    async () => {
      try {
        await chore.run(async (text, values) => (await boss.getDb().executeSql(text, values)).rows, callWith(boss));
        logger.info('chore done', { chore: chore.name });
      } catch (error) {
        logger.error('chore failed', { chore: chore.name, ...errorFields(error) });
      }
    },
  );
  // Every worker asks; the queue grants one job per period.
  const ask = (): void => {
    boss
      .send(queue, null, { singletonSeconds: chore.everyS })
      .then(() => wake(boss, new Set([queue])))
      .catch((error) => logger.warn('chore not queued', errorFields(error)));
  };
  ask();
  return setInterval(ask, Math.min(chore.everyS, 60) * 1000);
}

async function whenReachable(logger: JobLogger, start: () => Promise<void>): Promise<void> {
  const warn = throttled(logger.warn);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await start();
    } catch (error) {
      if (!isUnreachable(error)) throw error;
      warn('database not reachable yet', errorFields(error));
      await sleep(Math.min(attempt * 250, 5_000));
    }
  }
}

/** Network faults, and a server that starts, stops or is full. */
function isUnreachable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return /^(E[A-Z]+|08|57P|53)/.test(code) || /Connection terminated|timeout/.test(error.message);
}

function assertUnique(names: readonly string[]): void {
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice) throw new Error(`Two jobs or two subscribers are called "${twice}": give each a name of its own.`);
}
