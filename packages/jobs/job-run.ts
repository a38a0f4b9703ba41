import type { Job, JobResult } from 'pg-boss';
import { z } from 'zod';
import { errorFields, type JobLogger } from './job.log.ts';
import type { JobDefinition, JobRun, OpenContext } from './job.ts';
import type { JobContext } from './job-context.ts';

const owned = z.object({ tenantId: z.guid(), userId: z.guid(), input: z.unknown() });
type Owned = z.infer<typeof owned>;

/** One enqueued by a run, sent when that run has succeeded. */
export type LaterJob = { job: JobDefinition<unknown>; input: unknown; startAfterS: number };

export type Runner = {
  name: string;
  openContext: OpenContext;
  logger: JobLogger;
  /** Parses the input, then does the work; undefined when this version of the code cannot understand the input. */
  prepare(input: unknown): ((ctx: JobContext, run: JobRun) => Promise<void>) | undefined;
  send(owner: Pick<Owned, 'tenantId' | 'userId'>, later: readonly LaterJob[]): Promise<void>;
};

/** A retry would not change it: the job fails without having run. */
class Refused extends Error {}

/** Runs one claimed job to its outcome; never throws, so that the queue stores no error message. */
export async function runJob(job: Job<unknown>, runner: Runner): Promise<JobResult> {
  const startedAt = performance.now();
  const parsed = owned.safeParse(job.data);
  const fields = { job: runner.name, id: job.id, attempt: job.retryCount + 1, tenantId: parsed.data?.tenantId };
  const ms = (): number => Math.round(performance.now() - startedAt);
  try {
    if (!parsed.success) throw new Refused('malformed_job');
    await runAs(parsed.data, job, runner);
    runner.logger.info('job done', { ...fields, ms: ms() });
    return { id: job.id, status: 'completed' };
  } catch (error) {
    if (error instanceof Refused) {
      runner.logger.error('job refused', { ...fields, reason: error.message, ...errorFields(error.cause ?? error) });
      return { id: job.id, status: 'deadletter', output: { error: 'refused', reason: error.message } };
    }
    runner.logger.warn('job failed', { ...fields, ms: ms(), ...errorFields(error) });
    return { id: job.id, status: 'failed', output: { error: errorFields(error).error } };
  }
}

async function runAs(data: Owned, claimed: Job<unknown>, runner: Runner): Promise<void> {
  const work = runner.prepare(data.input);
  // Retried: during a deployment an older worker may have claimed what only the newer ones understand.
  if (!work) throw Object.assign(new Error('The input does not fit this job.'), { code: 'invalid_input' });
  const later: LaterJob[] = [];
  const run: JobRun = {
    id: claimed.id,
    attempt: claimed.retryCount + 1,
    signal: claimed.signal,
    later: (job, input, { startAfterS = 0 } = {}) => void later.push({ job, input, startAfterS }),
  };
  await inContext(data, runner.openContext, (ctx) => work(ctx, run));
  await runner.send(data, later);
}

/** A context that cannot be opened refuses the job; what fails afterwards is the job's own failure. */
async function inContext(
  data: Owned,
  openContext: OpenContext,
  work: (ctx: JobContext) => Promise<void>,
): Promise<void> {
  let entered = false;
  try {
    const context = await openContext(data.tenantId, data.userId);
    await context.run((ctx) => {
      if (ctx.tenantId !== data.tenantId) throw new Refused('tenant_mismatch');
      entered = true;
      return work(ctx);
    });
  } catch (error) {
    if (!entered && isRefusal(error)) throw new Refused('context_refused', { cause: error });
    throw error;
  }
}

/** The database's and the kernel's words for "not yours"; an unreachable database is not among them. */
const REFUSALS = new Set(['42501', 'forbidden', 'unauthenticated', 'not_found']);

function isRefusal(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && REFUSALS.has(error.code);
}
