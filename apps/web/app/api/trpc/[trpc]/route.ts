import { toAppError } from '@aura/api';
import { problemResponse } from '@aura/api/rest';
import { appRouter } from '@aura/registry';
import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { throughApiDoor } from '../../../../server/api-door.ts';
import { createRequestContext } from '../../../../server/request-context.ts';

const BATCH_MAX = 10;

async function serveTrpc(request: Request): Promise<Response> {
  // A form could be posted here from elsewhere without a preflight; nothing of ours sends one.
  if (request.method === 'POST' && !request.headers.get('content-type')?.startsWith('application/json')) {
    return new Response('Send application/json', { status: 415 });
  }
  const calls = new URL(request.url).pathname.split(',').length;
  if (calls > BATCH_MAX) return new Response(`Send at most ${BATCH_MAX} calls at once`, { status: 413 });
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
    return problemResponse(toAppError(error, {}), { requestId: crypto.randomUUID() });
  }
}

function withPrivacy(headers: Headers): Headers {
  headers.set('cache-control', 'private, no-store');
  return headers;
}

const serve = throughApiDoor(serveTrpc);

export { serve as GET, serve as POST };
