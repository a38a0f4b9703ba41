import { toAppError } from '@aura/api';
import { problemResponse } from '@aura/api/rest';
import { AppError } from '@aura/kernel';
import { appRouter } from '@aura/registry';
import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { throughApiDoor } from '../../../../server/api-door.ts';
import { createRequestContext } from '../../../../server/request-context.ts';

const BATCH_MAX = 10;

async function serveTrpc(request: Request): Promise<Response> {
  // A form could be posted here from elsewhere without a preflight; nothing of ours sends one.
  if (request.method === 'POST' && !request.headers.get('content-type')?.startsWith('application/json')) {
    return refuse(new AppError('unsupported_media', { detail: 'Send application/json.' }));
  }
  const calls = new URL(request.url).pathname.split(',').length;
  if (calls > BATCH_MAX)
    return refuse(new AppError('too_large', { detail: `Send at most ${BATCH_MAX} calls at once.` }));
  try {
    const ctx = await createRequestContext(request, { transport: 'trpc' });
    return await fetchRequestHandler({
      endpoint: '/api/trpc',
      req: request,
      router: appRouter,
      createContext: () => ctx,
      responseMeta: () => ({ headers: withPrivacy(ctx.responseHeaders) }),
    });
  } catch (error) {
    return refuse(toAppError(error, {}));
  }
}

const refuse = (error: AppError): Response => problemResponse(error, { requestId: crypto.randomUUID() });

function withPrivacy(headers: Headers): Headers {
  headers.set('cache-control', 'private, no-store');
  return headers;
}

const serve = throughApiDoor(serveTrpc);

export { serve as GET, serve as POST };
