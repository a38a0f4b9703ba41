import { createCallerFactory } from '@aura/api';
import { appRouter } from '@aura/registry';
import { headers } from 'next/headers';
import { createRequestContext } from '../server/request-context.ts';

const callerOf = createCallerFactory(appRouter);

type Named = { name: string };

/** A record's name for the page's title, read as the person of this request. What goes wrong the page itself says. */
export async function titleOf(router: string, id: string, otherwise: string): Promise<string> {
  const head = await headers();
  const request = new Request(`http://${head.get('host') ?? 'localhost'}/`, { headers: new Headers(head) });
  try {
    const api = callerOf(await createRequestContext(request, { transport: 'server' })) as unknown as Record<
      string,
      { get: (input: { id: string }) => Promise<Named> }
    >;
    return (await api[router]?.get({ id }))?.name ?? otherwise;
  } catch {
    return otherwise;
  }
}
