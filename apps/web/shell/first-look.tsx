import type { FirstQuestion } from '@aura/api';
import { appRouter } from '@aura/registry';
import { dehydrate, HydrationBoundary, QueryClient, type QueryKey } from '@tanstack/react-query';
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { requestContext } from './door.ts';
import { apiOfRequest } from './page-api.ts';

export type PageProps = {
  /** What stands in the page's address besides: with anything there, the screen asks other questions. */
  searchParams: Promise<Record<string, unknown>>;
};

type FirstLookProps = PageProps & { questions: readonly FirstQuestion[]; children: ReactNode };

/**
 * A page with the answers that its screen would ask for, so that its HTML shows them: no second trip, nothing jumps.
 * Somebody who comes from another page of the workspace sees the screen at once, and it asks by itself.
 */
export async function FirstLook({ questions, searchParams, children }: FirstLookProps): Promise<ReactNode> {
  const isFirst = (await headers()).get('sec-fetch-dest') === 'document';
  if (!isFirst || Object.keys(await searchParams).length > 0) return children;
  const queryClient = new QueryClient();
  await Promise.all(questions.map((question) => answer(question, queryClient)));
  return <HydrationBoundary state={dehydrate(queryClient)}>{children}</HydrationBoundary>;
}

type Nested<Leaf> = Readonly<Record<string, Readonly<Record<string, Leaf>>>>;
type Call = (input: unknown) => Promise<unknown>;
type Keyed = { queryKey: (input: unknown) => QueryKey };

/** Reads as the person of this request, by the same procedures. What goes wrong the screen meets again, and says. */
async function answer({ procedure, input, besides }: FirstQuestion, queryClient: QueryClient): Promise<void> {
  const [room = '', name = ''] = procedure.split('.');
  const ctx = await requestContext();
  const keys = createTRPCOptionsProxy({ router: appRouter, ctx, queryClient }) as unknown as Nested<Keyed>;
  const calls = (await apiOfRequest()) as Nested<Call>;
  const queryKey = keys[room]?.[name]?.queryKey(input);
  if (!queryKey) throw new Error(`There is no procedure ${procedure}.`);
  const sent = input || besides ? { ...input, ...besides } : undefined;
  await queryClient.prefetchQuery({ queryKey, queryFn: () => calls[room]?.[name]?.(sent) });
}
