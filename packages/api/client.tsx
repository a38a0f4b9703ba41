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
import { createRequestLimit, type RequestLimit } from './live/request-limit.ts';

type AnyClient = TRPCClient<AnyTRPCRouter>;
type ApiParts = { client: AnyClient; queryClient: QueryClient; scope: string; limit: RequestLimit };
const ApiContext = createContext<ApiParts | null>(null);

/** Gives screens the API. `scope` is tenant and person: cached answers of one are never shown to another. */
export function ApiProvider({ scope, children }: { scope: string; children: ReactNode }) {
  const [queryClient] = useState(
    () => new QueryClient({ defaultOptions: { queries: { staleTime: 15_000, retry: retryUnavailable } } }),
  );
  const [limit] = useState(() => createRequestLimit());
  const [client] = useState(() => createClient(limit));
  const value = useMemo(() => ({ client, queryClient, scope, limit }), [client, queryClient, scope, limit]);
  return (
    <QueryClientProvider client={queryClient}>
      <ApiContext value={value}>{children}</ApiContext>
    </QueryClientProvider>
  );
}

function createClient(limit: RequestLimit): AnyClient {
  const send: typeof fetch = async (...request) => {
    const answer = await fetch(...request);
    limit.note(answer.headers);
    return answer;
  };
  const options = { url: '/api/trpc', transformer: superjson, headers: { 'x-aura-csrf': '1' }, fetch: send };
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
  const api = useApiParts();
  return useMemo(
    () =>
      createTRPCOptionsProxy<ApiOf<Routers>>({
        client: api.client as unknown as TRPCClient<ApiOf<Routers>>,
        queryClient: api.queryClient,
      }),
    [api],
  );
}

/** What the provider above holds. */
export function useApiParts(): ApiParts {
  const api = use(ApiContext);
  if (!api) throw new Error('useApi needs an ApiProvider above it');
  return api;
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
