type Write = (event: string, fields?: Record<string, unknown>) => void;

/** The platform's logger. Fields are ids, names and numbers; never inputs, rows or error messages. */
export type JobLogger = { info: Write; warn: Write; error: Write };

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

/** At most one line per interval, with the number of those it stands for: an outage must not flood the log. */
export function throttled(write: Write, everyMs = 5_000): Write {
  let lastAt = Number.NEGATIVE_INFINITY;
  let suppressed = 0;
  return (event, fields) => {
    const now = performance.now();
    if (now - lastAt < everyMs) {
      suppressed += 1;
      return;
    }
    write(event, { ...fields, suppressed });
    lastAt = now;
    suppressed = 0;
  };
}
