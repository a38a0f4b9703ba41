import type { AppError } from '@aura/kernel';

const TITLES: Record<number, string> = {
  400: 'Malformed request',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Conflict',
  412: 'Changed in the meantime',
  413: 'Too large',
  415: 'Unsupported media type',
  422: 'Invalid input',
  429: 'Too many requests',
  500: 'Internal error',
  503: 'Temporarily unavailable',
};

/** application/problem+json (RFC 9457). Never carries what a fault said inside. */
export function problemResponse(
  error: AppError,
  { requestId, headers: given }: { requestId: string; headers?: Headers | undefined },
): Response {
  const headers = new Headers(given);
  headers.set('content-type', 'application/problem+json; charset=utf-8');
  headers.set('cache-control', 'private, no-store');
  headers.set('x-request-id', requestId);
  if (error.retryAfterS !== undefined) headers.set('retry-after', String(error.retryAfterS));
  if (error.status === 401) headers.set('www-authenticate', 'Bearer');
  const body = {
    type: `https://aura.com/problems/${error.reason}`,
    title: TITLES[error.status] ?? 'Error',
    status: error.status,
    code: error.reason,
    detail: error.message,
    requestId,
    ...(error.issues.length > 0 || error.status === 422 ? { errors: error.issues } : {}),
    ...(error.current === undefined ? {} : { current: error.current }),
  };
  return new Response(JSON.stringify(body), { status: error.status, headers });
}
