import { afterAll, afterEach, beforeAll, vi } from 'vitest';
import {
  createTestDatabase,
  type LogLine,
  openTestContext,
  recordingLogger,
  type TestDatabase,
} from './jobs.fixture.ts';
import { startWorker, type Worker, type WorkerOptions } from './worker.ts';

type Row = Record<string, unknown>;

export type Harness = {
  database(): TestDatabase;
  /** Stopped after the test. Its log lines are those of `lines()`. */
  start(options: Partial<WorkerOptions>): Promise<Worker>;
  lines(): LogLine[];
  jobRows(queue: string): Promise<Row[]>;
  /** The job that an event became. */
  rowOf(eventId: string): Promise<Row | undefined>;
};

export const eventually = (assertion: () => void | Promise<void>, timeout = 10_000): Promise<void> =>
  vi.waitFor(assertion, { timeout, interval: 50 });

/** A database for the tests of one file, and impatient workers on it. */
export function useWorkers(): Harness {
  const workers: Worker[] = [];
  let database: TestDatabase | undefined;
  let lines: LogLine[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterEach(async () => {
    await Promise.all(workers.splice(0).map((worker) => worker.stop({ timeoutMs: 1_000 })));
  });
  afterAll(() => database?.remove());

  const current = (): TestDatabase => {
    if (!database) throw new Error('The database is made before the first test.');
    return database;
  };
  return {
    database: current,
    lines: () => lines,
    start: async (options) => {
      const recording = recordingLogger();
      lines = recording.lines;
      const settings = { databaseUrl: current().workerUrl, openContext: openTestContext, pollMs: 100, leaseCheckS: 1 };
      const worker = await startWorker({ ...settings, logger: recording.logger, ...options });
      workers.push(worker);
      return worker;
    },
    jobRows: (queue) => current().query(`${JOBS} where name = $1 order by created_on`, [queue]),
    rowOf: async (eventId) => (await current().query(`${JOBS} where data->'input'->>'id' = $1`, [eventId]))[0],
  };
}

const JOBS = 'select state::text, retry_count, output, data from jobs.job';
