import type { TenantDb } from '@aura/db';
import type { Actor } from '@aura/kernel';

/**
 * What a job may use: the rights of the user it works for, in that user's tenant, at the time it runs. A door of its own,
 * where the package that opens contexts declares what else it puts in (`declare module '@aura/jobs/context'`).
 */
// biome-ignore lint/style/useConsistentTypeDefinitions: only an interface can be added to from another package.
export interface JobContext {
  actor: Actor;
  db: TenantDb;
  tenantId: string;
}
