export type { ExpressionBuilder, Kysely, RawBuilder, Selectable, SelectQueryBuilder, Updateable } from 'kysely';
export { sql } from 'kysely';
export { type DatabaseEnv, readDatabaseEnv } from './env.ts';
export type { DB as Database } from './generated/database.ts';
export { LOGIN_ROLES, type LoginRole, loginPassword, loginUrl } from './logins.ts';
export { createPlainDatabase, type PlainDb } from './plain-database.ts';
export { openPool } from './pool.ts';
export { isContextRefusal, isPolicyRefusal, isPostgresError, type PostgresError } from './postgres-error.ts';
export { checkServerVersion } from './server-version.ts';
export {
  createTenantDatabase,
  inSavepoint,
  isConnectionLost,
  type TenantContext,
  type TenantDatabase,
  type TenantDb,
} from './tenant-database.ts';
export { logViolation, type Violation } from './violations.ts';
