import { createCallerFactory, toAppError } from '@aura/api';
import { authRouter } from '@aura/identity';
import { createRequestContext } from '../../../../../server/request-context.ts';

const callerOf = createCallerFactory(authRouter);

/** Ends the session and leads to signing in; also where a page's own script cannot. Never by GET: a link must not sign anyone out. */
export async function POST(request: Request): Promise<Response> {
  const ctx = await createRequestContext(request, { transport: 'server' });
  try {
    await callerOf(ctx).signOut();
  } catch (error) {
    // Whoever is not signed in has already left.
    if (toAppError(error, {}).code !== 'unauthenticated') throw error;
  }
  const headers = new Headers(ctx.responseHeaders);
  headers.set('location', '/login');
  headers.set('cache-control', 'no-store');
  return new Response(null, { status: 303, headers });
}
