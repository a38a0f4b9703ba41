/** The parts of PostgreSQL's error that say what happened; node-postgres puts them on the Error. */
export type PostgresError = Error & {
  code: string;
  constraint?: string;
  column?: string;
  table?: string;
  routine?: string;
  detail?: string;
};

export function isPostgresError(error: unknown): error is PostgresError {
  return (
    error instanceof Error && 'code' in error && typeof error.code === 'string' && /^[0-9A-Z]{5}$/.test(error.code)
  );
}

/** 42501 raised by a policy's WITH CHECK (a refused write), as opposed to a missing grant or a refused context. */
export function isPolicyRefusal(error: PostgresError): boolean {
  return error.code === '42501' && /row-level security/.test(error.message);
}

/** 42501 raised by app.claims(): the session ended, or is of another tenant. */
export function isContextRefusal(error: PostgresError): boolean {
  return error.code === '42501' && /^tenant context (missing|rejected)/.test(error.message);
}
