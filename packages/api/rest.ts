import { randomUUID } from 'node:crypto';
import { AppError } from '@aura/kernel';
import type { AnyRouter } from '@trpc/server';
import { z } from 'zod';
import type { RequestContext } from './context.ts';
import { toAppError } from './errors.ts';
import { problemResponse } from './problem.ts';
import { replayPublic } from './public-replay.service.ts';
import { readBody, readQuery } from './rest-input.ts';
import type { FileAnswer, RestMeta } from './rest-meta.ts';
import type { ProcedureMeta } from './trpc.ts';
import { createCallerFactory } from './trpc.ts';

export { problemResponse };

export type RestRoute = {
  path: string;
  rest: RestMeta;
  meta: ProcedureMeta;
  input: z.ZodObject | null;
  output: z.ZodType | null;
  pattern: RegExp;
  isQuery: boolean;
};

type ProcedureDef = { meta?: ProcedureMeta; inputs: unknown[]; output?: unknown; type: 'query' | 'mutation' };

/** Every procedure that REST shows, with what the adapter and the OpenAPI document need of it. */
export function restRoutes(router: AnyRouter): RestRoute[] {
  const procedures = router._def.procedures as Record<string, { _def: ProcedureDef }>;
  return Object.entries(procedures).flatMap(([path, { _def }]) => {
    const rest = _def.meta?.rest;
    if (!rest) return [];
    const input = _def.inputs[0];
    const pattern = new RegExp(`^${rest.path.replaceAll(/[.]/g, '\\.').replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`);
    return [
      {
        path,
        rest,
        meta: _def.meta ?? {},
        input: input instanceof z.ZodObject ? input : null,
        output: _def.output instanceof z.ZodType ? _def.output : null,
        pattern,
        isQuery: _def.type === 'query',
      },
    ];
  });
}

export type RestOptions = {
  router: AnyRouter;
  basePath: string;
  createContext: (request: Request, id: string) => Promise<RequestContext>;
};

/** Serves the router's procedures as REST: Request in, Response out; every refusal is problem+json (RFC 9457). */
export function createRestHandler({
  router,
  basePath,
  createContext,
}: RestOptions): (request: Request) => Promise<Response> {
  // Fixed segments go before parameters: /contacts/duplicates is not an id.
  const routes = restRoutes(router).sort((a, b) => a.rest.path.split('{').length - b.rest.path.split('{').length);
  const createCaller = createCallerFactory(router);

  return async (request) => {
    const requestId = request.headers.get('x-request-id')?.match(/^[\w-]{8,64}$/)?.[0] ?? randomUUID();
    let ctx: RequestContext | undefined;
    try {
      const url = new URL(request.url);
      const { route, params } = findRoute(routes, request.method, url.pathname.slice(basePath.length));
      ctx = await createContext(request, requestId);
      const input = route.input
        ? { ...(await readInput(route, request, url)), ...params }
        : await requireNoInput(request, url, params);
      const caller = createCaller(ctx) as unknown as (path: string, input: unknown) => Promise<unknown>;
      const call = (): Promise<unknown> => callByPath(caller, route.path, input);
      const output = await (isPublicPost(route)
        ? replayPublic({ ctx, path: route.path, request, input }, call)
        : call());
      return answer({ route, request, ctx, output, basePath });
    } catch (error) {
      const known = toAppError(error, ctx?.platform.constraints ?? {});
      return problemResponse(known, { requestId, headers: ctx?.responseHeaders });
    }
  };
}

const isPublicPost = ({ meta, rest }: RestRoute): boolean =>
  meta.isPublicBecause !== undefined && rest.method === 'POST';

function findRoute(
  routes: RestRoute[],
  method: string,
  pathname: string,
): { route: RestRoute; params: Record<string, string> } {
  const matching = routes.flatMap((route) => {
    const match = route.pattern.exec(pathname);
    return match
      ? [
          {
            route,
            params: Object.fromEntries(
              Object.entries(match.groups ?? {}).map(([key, value]) => [key, decodeSegment(value)]),
            ),
          },
        ]
      : [];
  });
  const found = matching.find(({ route }) => route.rest.method === method);
  if (found) return found;
  if (matching.length > 0) {
    throw new AppError('not_allowed_method', {
      detail: `${method} is not offered here; ${matching.map(({ route }) => route.rest.method).join(', ')} is.`,
    });
  }
  throw new AppError('not_found', {
    reason: 'no_such_endpoint',
    detail: 'There is no such endpoint. See /api/v1/docs.',
  });
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw new AppError('malformed', { detail: 'The path is not properly encoded.' });
  }
}

async function readInput(route: RestRoute, request: Request, url: URL): Promise<Record<string, unknown>> {
  const schema = route.input as z.ZodObject;
  if (route.rest.method === 'GET' || route.rest.method === 'DELETE') {
    return { ...readQuery(schema, url.searchParams), ...readIfMatch(schema, request) };
  }
  if (url.searchParams.size > 0) {
    const [name] = [...url.searchParams.keys()];
    throw new AppError('invalid', {
      reason: 'unknown_parameter',
      field: String(name),
      detail: `There is no query parameter ${name} here`,
    });
  }
  return { ...(await readBody(route.rest, request)), ...readIfMatch(schema, request) };
}

async function requireNoInput(request: Request, url: URL, params: Record<string, string>): Promise<undefined> {
  const [unknown] = [...url.searchParams.keys(), ...Object.keys(params)];
  if (unknown)
    throw new AppError('invalid', {
      reason: 'unknown_parameter',
      field: unknown,
      detail: `There is no query parameter ${unknown} here`,
    });
  await request.body?.cancel();
  return undefined;
}

function readIfMatch(schema: z.ZodObject, request: Request): { expectedVersion?: number } {
  const header = request.headers.get('if-match');
  if (!header || header === '*' || !('expectedVersion' in schema.shape)) return {};
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(header)?.[1];
  if (!version) throw new AppError('malformed', { detail: 'If-Match takes the ETag of the record, for example "3".' });
  return { expectedVersion: Number(version) };
}

async function callByPath(caller: unknown, path: string, input: unknown): Promise<unknown> {
  let target = caller as Record<string, unknown>;
  for (const segment of path.split('.')) target = target[segment] as Record<string, unknown>;
  return (target as unknown as (input: unknown) => Promise<unknown>)(input);
}

type Answer = { route: RestRoute; request: Request; ctx: RequestContext; output: unknown; basePath: string };

function answer({ route, request, ctx, output, basePath }: Answer): Response {
  const { rest } = route;
  const headers = new Headers(ctx.responseHeaders);
  headers.set('cache-control', 'private, no-store');
  headers.set('x-request-id', ctx.request.id);
  if (rest.isFile) return fileAnswer(output as FileAnswer, headers);
  const status = rest.status ?? 200;
  if (status === 204) return new Response(null, { status, headers });
  const fields = typeof output === 'object' && output !== null ? (output as Record<string, unknown>) : {};
  if (typeof fields['version'] === 'number') headers.set('etag', `"${fields['version']}"`);
  if (rest.location) headers.set('location', basePath + fill(rest.location, fields));
  const { contentType, body } = represent(rest, request.headers.get('accept') ?? '', output);
  headers.set('content-type', `${contentType}; charset=utf-8`);
  return new Response(body, { status, headers });
}

function represent(rest: RestMeta, accept: string, output: unknown): { contentType: string; body: string } {
  const format = Object.entries(rest.formats ?? {}).find(([type]) => accept.includes(type));
  return format
    ? { contentType: format[0], body: format[1](output as never) }
    : { contentType: 'application/json', body: JSON.stringify(output) };
}

function fill(template: string, fields: Record<string, unknown>): string {
  return template.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = fields[name];
    return typeof value === 'string' ? encodeURIComponent(value) : '';
  });
}

function fileAnswer(file: FileAnswer, headers: Headers): Response {
  headers.set('content-type', file.contentType);
  if (file.size !== undefined) headers.set('content-length', String(file.size));
  headers.set('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.fileName)}`);
  return new Response(file.body as BodyInit, { status: 200, headers });
}
