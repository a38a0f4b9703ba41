import { setTimeout as sleep } from 'node:timers/promises';
import { throttled } from '@aura/kernel';
import type { Db, JobInsert, PgBoss } from 'pg-boss';
import { z } from 'zod';
import { errorFields, type JobLogger } from './job.log.ts';
import type { JobDefinition, SubscriberDefinition } from './job.ts';
import { DEFAULTS, EVENTS_QUEUE, wake } from './queue.ts';

const BATCH = 100;
const BACKOFF_MS_MAX = 10_000;

const outboxRow = z.object({
  event_id: z.guid(),
  tenant_id: z.guid(),
  actor_id: z.guid().nullable(),
  type: z.string(),
  entity_id: z.guid().nullish(),
});
type OutboxRow = z.infer<typeof outboxRow>;

export type RelayOptions = {
  boss: PgBoss;
  jobs: readonly JobDefinition<unknown>[];
  subscribers: readonly SubscriberDefinition[];
  logger: JobLogger;
  pollMs: number;
};

/** Hands events to the queue for as long as it runs, through lost databases too. */
export function startRelay(options: RelayOptions): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const running = relayUntil(stopping.signal, options);
  return {
    stop: () => {
      stopping.abort();
      return running;
    },
  };
}

async function relayUntil(signal: AbortSignal, options: RelayOptions): Promise<void> {
  const warn = throttled(options.logger.warn);
  let failures = 0;
  while (!signal.aborted) {
    let relayed = 0;
    try {
      relayed = await relayBatch(options);
      failures = 0;
    } catch (error) {
      failures += 1;
      warn('outbox not relayed', errorFields(error));
    }
    // A full batch means that more is waiting.
    const pauseMs =
      relayed === BATCH ? 0 : Math.min(options.pollMs * 2 ** failures, Math.max(BACKOFF_MS_MAX, options.pollMs));
    await sleep(pauseMs, undefined, { signal }).catch(() => undefined);
  }
}

/** Marking events as relayed and queueing their jobs is one transaction: each is queued exactly once. */
async function relayBatch({ boss, jobs, subscribers, logger }: RelayOptions): Promise<number> {
  const transaction = await boss.getDb().beginTransaction?.();
  if (!transaction) throw new Error('The queue cannot open transactions.');
  try {
    const { rows } = await transaction.db.executeSql('select * from core.take_outbox($1)', [BATCH]);
    const events = z.array(outboxRow).parse(rows);
    const queued = queueEvents(events, { jobs, subscribers });
    await insertJobs(boss, queued, transaction.db);
    await transaction.commit();
    wake(boss, new Set(queued.keys()));
    if (events.length > 0)
      logger.info('outbox relayed', { events: events.length, jobs: [...queued.values()].flat().length });
    return events.length;
  } catch (error) {
    await transaction.rollback();
    throw error;
  }
}

type Queued = Map<string, JobInsert[]>;
type Listeners = Pick<RelayOptions, 'jobs' | 'subscribers'>;

function queueEvents(events: readonly OutboxRow[], listeners: Listeners): Queued {
  const queued: Queued = new Map();
  for (const { queue, job } of events.flatMap((row) => jobsOf(row, listeners))) {
    queued.set(queue, [...(queued.get(queue) ?? []), job]);
  }
  return queued;
}

function jobsOf(row: OutboxRow, { jobs, subscribers }: Listeners): { queue: string; job: JobInsert }[] {
  const input = { id: row.event_id, type: row.type, entityId: row.entity_id ?? null };
  const data = { tenantId: row.tenant_id, userId: row.actor_id, input };
  const group = { id: row.tenant_id };
  const started = jobs.filter(({ on }) => on?.includes(row.type));
  const listening = subscribers.filter(({ event }) => event === row.type || event === '*');
  return [
    ...started.map(({ name }) => ({ queue: name, job: { data, group } })),
    ...listening.map(({ name, retryLimit = DEFAULTS.retryLimit, timeoutS = DEFAULTS.timeoutS }) => ({
      queue: EVENTS_QUEUE,
      job: { data: { ...data, subscriber: name }, group, retryLimit, expireInSeconds: timeoutS },
    })),
  ];
}

async function insertJobs(boss: PgBoss, queued: Queued, db: Db): Promise<void> {
  for (const [queue, jobs] of queued) await boss.insert(queue, jobs, { db });
}
