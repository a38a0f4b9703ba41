import type { TenantDb } from '@aura/db';
import type { Actor } from '@aura/kernel';

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
export { startWorker, type Worker, type WorkerOptions } from './worker.ts';

/**
 * What a job may use: the rights of the user it works for, in that user's tenant, at the time it runs. Declared at the
 * package's door, where the package that opens contexts can declare what else it puts in (`declare module '@aura/jobs'`).
 */
// biome-ignore lint/style/useConsistentTypeDefinitions: only an interface can be added to from another package.
export interface JobContext {
  actor: Actor;
  db: TenantDb;
  tenantId: string;
}
