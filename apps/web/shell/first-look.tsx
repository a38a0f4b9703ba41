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
  const keys = createTRPCOptionsProxy({ router: appRouter, ctx: requestContext, queryClient });
  await Promise.all(
    questions.map(({ procedure, input, besides }) =>
      queryClient.prefetchQuery({
        queryKey: named<Keyed>(keys, procedure).queryKey(input),
        queryFn: async () =>
          named<Call>(await apiOfRequest(), procedure)(input || besides ? { ...input, ...besides } : undefined),
      }),
    ),
  );
  return <HydrationBoundary state={dehydrate(queryClient)}>{children}</HydrationBoundary>;
}

type Keyed = { queryKey: (input: unknown) => QueryKey };
type Call = (input: unknown) => Promise<unknown>;

/** The procedure "room.name": read as the person of this request. What goes wrong the screen meets again, and says. */
function named<Procedure>(rooms: unknown, procedure: string): Procedure {
  const [room = '', name = ''] = procedure.split('.');
  return (rooms as Record<string, Record<string, Procedure>>)[room]?.[name] as Procedure;
}
