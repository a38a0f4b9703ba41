import { createCallerFactory, toAppError } from '@aura/api';
import type { MeOutput } from '@aura/identity/client';
import { appRouter } from '@aura/registry';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { cache } from 'react';
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

type Found = { kind: 'found'; name: string | undefined } | { kind: 'missing' } | { kind: 'unknown' };

/** The record of a page, read once as the person of this request. */
const findRecord = cache(async (router: string, id: string): Promise<Found> => {
  try {
    const api = (await apiOfRequest()) as Record<string, { get: (input: { id: string }) => Promise<Partial<Named>> }>;
    return { kind: 'found', name: (await api[router]?.get({ id }))?.name };
  } catch (thrown) {
    const { code } = toAppError(thrown, {});
    return { kind: code === 'not_found' || code === 'invalid' ? 'missing' : 'unknown' };
  }
});

/** A record's name for the page's title. What goes wrong the page itself says. */
export async function titleOf(router: string, id: string, otherwise: string): Promise<string> {
  const found = await findRecord(router, id);
  if (found.kind === 'missing') return 'Not found';
  return (found.kind === 'found' && found.name) || otherwise;
}

/**
 * Answers 404 to who opens the address of a record that is not there, or not theirs. Somebody who comes from another page
 * of the workspace does not wait for this: there the screen asks, and says the same.
 */
export async function requireRecord(router: string, id: string): Promise<void> {
  const isDocument = ((await headers()).get('sec-fetch-dest') ?? 'document') === 'document';
  if (isDocument && (await findRecord(router, id)).kind === 'missing') notFound();
}
