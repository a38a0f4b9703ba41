import type pg from 'pg';
import type { TenantContext } from './tenant-database.ts';

export type Violation = { kind: 'refused_write' | 'bad_context'; sqlstate: string; entity: string | null };

/** F5.6. In a transaction of its own, because the refused one was rolled back. */
export async function logViolation(pool: pg.Pool, context: TenantContext, violation: Violation): Promise<void> {
  await pool.query('select audit.log_violation($1, $2, $3, $4, $5, $6)', [
    context.tenantId,
    context.token,
    violation.kind,
    violation.sqlstate,
    violation.entity,
    context.requestId,
  ]);
}
