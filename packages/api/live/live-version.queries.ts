import { createHash } from 'node:crypto';
import { sql } from '@aura/db';
import type { AuthenticatedSession, Platform } from '../context.ts';

/** A mark that differs once something has changed in the person's tenant. Says nothing of what. */
export async function readLiveVersion(
  { tenants }: Platform,
  { token, actor: { tenantId } }: AuthenticatedSession,
  requestId: string,
): Promise<string> {
  const reader = tenants.reader({ tenantId, token, requestId });
  const { rows } = await sql<{ id: string | null }>`select core.latest_change() as id`.execute(reader);
  return createHash('sha256')
    .update(rows[0]?.id ?? 'nothing yet')
    .digest('hex')
    .slice(0, 16);
}
