/** Every expected refusal has one of these codes; the HTTP status follows from it and from nothing else. */
export const ERROR_STATUS = {
  malformed: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  not_allowed_method: 405,
  conflict: 409,
  version_conflict: 412,
  too_large: 413,
  unsupported_media: 415,
  invalid: 422,
  rate_limited: 429,
  internal: 500,
  unavailable: 503,
} as const;

export type ErrorCode = keyof typeof ERROR_STATUS;

/** One thing wrong with one input. `path` is dotted: `items.0.quantity`. */
export type Issue = { path: string; code: string; message: string };

export type AppErrorOptions = {
  /** A sentence for people: what is wrong and how to mend it. */
  detail?: string;
  /** The machine's name of the case, where the code is too coarse: `duplicate_email`. Defaults to the code. */
  reason?: string;
  /** The input at fault, where it is one. */
  field?: string;
  issues?: Issue[];
  /** The record as it is now, for a stale write. */
  current?: unknown;
  retryAfterS?: number;
  cause?: unknown;
};

/** An expected refusal. Everything else that is thrown is a fault and is reported. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly reason: string;
  readonly issues: Issue[];
  readonly current: unknown;
  readonly retryAfterS: number | undefined;

  constructor(code: ErrorCode, options: AppErrorOptions = {}) {
    super(options.detail ?? DEFAULT_DETAIL[code], { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.reason = options.reason ?? (code === 'unavailable' ? 'database_unavailable' : code);
    this.issues =
      options.issues ?? (options.field ? [{ path: options.field, code: this.reason, message: this.message }] : []);
    this.current = options.current;
    this.retryAfterS = options.retryAfterS;
  }

  get status(): number {
    return ERROR_STATUS[this.code];
  }
}

const DEFAULT_DETAIL: Record<ErrorCode, string> = {
  malformed: 'The request could not be read.',
  unauthenticated: 'Sign in to continue.',
  forbidden: 'Your role does not allow this.',
  not_found: 'This does not exist or you do not have access to it.',
  not_allowed_method: 'This method is not offered here.',
  conflict: 'This conflicts with what is already there.',
  version_conflict: 'Someone else changed this in the meantime.',
  too_large: 'The request is too large.',
  unsupported_media: 'This content type is not accepted here.',
  invalid: 'Some of the input needs a change.',
  rate_limited: 'Too many requests. Try again in a moment.',
  internal: 'We could not do this. Nothing was lost; try again.',
  unavailable: 'The database is not reachable right now. Try again in a moment.',
};
