export { installJobs } from './install.ts';
export type { JobLogger } from './job.log.ts';
export {
  type Chore,
  defineChore,
  defineJob,
  defineSubscriber,
  type EventRef,
  type JobDefinition,
  type JobRun,
  type OpenContext,
  type SubscriberDefinition,
} from './job.ts';
export type { JobContext } from './job-context.ts';
export { startWorker, type Worker, type WorkerOptions } from './worker.ts';
