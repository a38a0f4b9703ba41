import { createCallerFactory } from '@aura/api';
import type { MeOutput } from '@aura/identity/client';
import { appRouter } from '@aura/registry';
import { requestContext } from './door.ts';

const callerOf = createCallerFactory(appRouter);

/** The procedures as the person of this request; each page names what it uses of them. */
export async function apiOfRequest(): Promise<unknown> {
  return callerOf(await requestContext());
}

/** Who is signed in, as the browser's `me.get` would answer; null when that is not to be had now. */
export async function readMe(): Promise<MeOutput | null> {
  try {
    const api = (await apiOfRequest()) as { me: { get: () => Promise<MeOutput> } };
    return await api.me.get();
  } catch {
    return null;
  }
}

type Named = { name: string };

/** A record's name for the page's title, read as the person of this request. What goes wrong the page itself says. */
export async function titleOf(router: string, id: string, otherwise: string): Promise<string> {
  try {
    const api = (await apiOfRequest()) as Record<string, { get: (input: { id: string }) => Promise<Named> }>;
    return (await api[router]?.get({ id }))?.name ?? otherwise;
  } catch {
    return otherwise;
  }
}
