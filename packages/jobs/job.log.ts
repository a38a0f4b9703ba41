import type { WriteLog } from '@aura/kernel';

/** The platform's logger. Fields are ids, names and numbers; never inputs, rows or error messages. */
export type JobLogger = { info: WriteLog; warn: WriteLog; error: WriteLog };

export type ErrorFields = { error: string; reason?: string; at?: string };

/** An error without its message, which may quote values: its code or name, its machine reason, and where it was thrown. */
export function errorFields(error: unknown): ErrorFields {
  if (typeof error !== 'object' || error === null) return { error: typeof error };
  const { code, name, reason, stack } = error as Record<string, unknown>;
  const fields: ErrorFields = { error: firstText(code, name) ?? 'Error' };
  if (typeof reason === 'string') fields.reason = reason;
  const frame = typeof stack === 'string' ? /^\s+at .*$/m.exec(stack)?.[0].trim() : undefined;
  if (frame) fields.at = frame;
  return fields;
}

const firstText = (...values: unknown[]): string | undefined =>
  values.filter((value) => typeof value === 'string').find((value) => value !== '');
