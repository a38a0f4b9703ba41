import { isConnectionLost, isContextRefusal, isPostgresError, type PostgresError } from '@aura/db';
import { AppError, type ConstraintMessage, type Issue } from '@aura/kernel';
import { TRPCError } from '@trpc/server';
import { ZodError, z } from 'zod';

/** The one translator: whatever was thrown, as the refusal (or fault) that leaves the house. */
export function toAppError(thrown: unknown, constraints: Readonly<Record<string, ConstraintMessage>>): AppError {
  const error = thrown instanceof TRPCError && thrown.cause ? thrown.cause : thrown;
  if (error instanceof AppError) return error;
  if (error instanceof ZodError || error instanceof z.core.$ZodError) return invalidInput(error);
  if (isPostgresError(error)) return fromPostgres(error, constraints);
  if (isConnectionLost(error)) return new AppError('unavailable', { retryAfterS: 5, cause: error });
  if (thrown instanceof TRPCError) return fromTrpc(thrown);
  return new AppError('internal', { cause: error });
}

function invalidInput(error: z.core.$ZodError): AppError {
  const issues = error.issues.flatMap(flattenIssue);
  return new AppError('invalid', {
    detail: issues[0]?.message ?? 'Some of the input needs a change.',
    issues,
    cause: error,
  });
}

function flattenIssue(issue: z.core.$ZodIssue): Issue[] {
  const path = issue.path.join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: path ? `${path}.${key}` : key,
      code: 'unknown_property',
      message: `There is no property ${key} here`,
    }));
  }
  const isMissing =
    issue.code === 'invalid_type' && issue.input === undefined && /received undefined/.test(issue.message);
  return [{ path, code: isMissing ? 'required' : issue.code, message: isMissing ? 'Enter a value' : issue.message }];
}

function fromTrpc(error: TRPCError): AppError {
  switch (error.code) {
    case 'NOT_FOUND':
      return new AppError('not_found', { cause: error });
    case 'PARSE_ERROR':
    case 'BAD_REQUEST':
      return new AppError('malformed', { cause: error });
    case 'METHOD_NOT_SUPPORTED':
      return new AppError('not_allowed_method', { cause: error });
    case 'UNSUPPORTED_MEDIA_TYPE':
      return new AppError('unsupported_media', { cause: error });
    case 'PAYLOAD_TOO_LARGE':
      return new AppError('too_large', { cause: error });
    default:
      return new AppError('internal', { cause: error });
  }
}

const MISFIT = ['23502', '23514', '22001', '22003', '22007', '22008', '22021', '22P02', '22P05'];
const BUSY = ['40001', '40P01', '55P03'];
const UNREACHABLE = /^(08|53300|57014|57P01|57P02|57P03)/;

function fromPostgres(error: PostgresError, constraints: Readonly<Record<string, ConstraintMessage>>): AppError {
  const cause = error;
  const known = error.constraint ? constraints[error.constraint] : undefined;
  if (known) return new AppError(known.code, { ...known, cause });
  if (isContextRefusal(error)) return new AppError('unauthenticated', { cause });
  if (error.code === '42501') return new AppError('forbidden', { cause });
  if (error.code === '23505') return new AppError('conflict', { reason: 'duplicate', cause });
  if (error.code === '23503') {
    const detail = 'One of the linked records does not exist.';
    return new AppError('invalid', { reason: 'unknown_reference', detail, ...fieldOf(error), cause });
  }
  if (MISFIT.includes(error.code)) {
    return new AppError('invalid', { detail: 'A value does not fit its field.', ...fieldOf(error), cause });
  }
  if (BUSY.includes(error.code)) {
    return new AppError('conflict', {
      reason: 'busy',
      detail: 'Someone else is changing this right now. Try again.',
      cause,
    });
  }
  if (UNREACHABLE.test(error.code)) return new AppError('unavailable', { retryAfterS: 5, cause });
  return new AppError('internal', { cause });
}

// contacts_organization_fkey → organizationId; a check named deals_probability_range → probability.
function fieldOf(error: PostgresError): { field?: string } {
  if (error.column) return { field: camelCase(error.column) };
  const match = /^[a-z]+_(.+)_(fkey|range|length|format|known)$/.exec(error.constraint ?? '');
  if (!match?.[1]) return {};
  return { field: camelCase(match[2] === 'fkey' ? `${match[1]}_id` : match[1]) };
}

function camelCase(snake: string): string {
  return snake.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
