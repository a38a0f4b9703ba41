'use client';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import {
  createTRPCClient,
  httpBatchLink,
  httpLink,
  splitLink,
  type TRPCClient,
  TRPCClientError,
  type TRPCLink,
} from '@trpc/client';
import type {
  AnyTRPCRouter,
  TRPCBuiltRouter,
  TRPCCreateRouterOptions,
  TRPCDecorateCreateRouterOptions,
  TRPCDefaultErrorShape,
} from '@trpc/server';
import { createTRPCOptionsProxy, type TRPCOptionsProxy } from '@trpc/tanstack-react-query';
import { createContext, type ReactNode, use, useMemo, useState } from 'react';
import superjson from 'superjson';

type AnyClient = TRPCClient<AnyTRPCRouter>;
const ApiContext = createContext<{ client: AnyClient; queryClient: QueryClient; scope: string } | null>(null);

/** Gives screens the API. `scope` is tenant and person: cached answers of one are never shown to another. */
export function ApiProvider({ scope, children }: { scope: string; children: ReactNode }) {
  const [queryClient] = useState(
    () => new QueryClient({ defaultOptions: { queries: { staleTime: 15_000, retry: retryUnavailable } } }),
  );
  const [client] = useState(createClient);
  const value = useMemo(() => ({ client, queryClient, scope }), [client, queryClient, scope]);
  return (
    <QueryClientProvider client={queryClient}>
      <ApiContext value={value}>{children}</ApiContext>
    </QueryClientProvider>
  );
}

function createClient(): AnyClient {
  const options = { url: '/api/trpc', transformer: superjson, headers: { 'x-aura-csrf': '1' } };
  return createTRPCClient<AnyTRPCRouter>({
    links: [
      withoutDirection,
      splitLink({
        condition: (operation) => operation.type === 'query',
        true: httpBatchLink({ ...options, maxItems: 10 }),
        false: httpLink(options),
      }),
    ],
  });
}

/** An infinite query also says which way it goes; our inputs are strict and only ever go forward. */
const withoutDirection: TRPCLink<AnyTRPCRouter> =
  () =>
  ({ op, next }) => {
    const { input } = op;
    if (typeof input !== 'object' || input === null || !('direction' in input)) return next(op);
    const { direction: _, ...rest } = input;
    return next({ ...op, input: rest });
  };

type RootTypes = { ctx: object; meta: object; errorShape: TRPCDefaultErrorShape; transformer: true };

/** The routers that a module names, as the whole API would have them. */
type ApiOf<Routers extends TRPCCreateRouterOptions> = TRPCBuiltRouter<
  RootTypes,
  TRPCDecorateCreateRouterOptions<Routers>
>;

/** The API as one module sees it: `useApi<{ deals: typeof dealRouter }>().deals.list.queryOptions(…)`. */
export function useApi<Routers extends TRPCCreateRouterOptions>(): TRPCOptionsProxy<ApiOf<Routers>> {
  const api = use(ApiContext);
  if (!api) throw new Error('useApi needs an ApiProvider above it');
  return useMemo(
    () =>
      createTRPCOptionsProxy<ApiOf<Routers>>({
        client: api.client as unknown as TRPCClient<ApiOf<Routers>>,
        queryClient: api.queryClient,
      }),
    [api],
  );
}

export type ApiFailure = {
  status: number;
  reason: string;
  message: string;
  issues: { path: string; code: string; message: string }[];
  current: unknown;
  requestId: string | null;
};

/** What a failed call said, for forms and banners. `status` 0: the network did not answer. */
export function apiFailure(error: unknown): ApiFailure {
  const data =
    error instanceof TRPCClientError ? (error.data as (Partial<ApiFailure> & { httpStatus?: number }) | null) : null;
  if (!data)
    return {
      status: 0,
      reason: 'offline',
      message: "You're offline or the server is not reachable. Nothing was lost; try again.",
      issues: [],
      current: null,
      requestId: null,
    };
  return {
    status: data.httpStatus ?? 500,
    reason: data.reason ?? 'internal',
    message: (error as Error).message,
    issues: data.issues ?? [],
    current: data.current ?? null,
    requestId: data.requestId ?? null,
  };
}

function retryUnavailable(count: number, error: unknown): boolean {
  const { status } = apiFailure(error);
  return (status === 0 || status === 503) && count < 3;
}
