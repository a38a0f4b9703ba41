import type { AnyRouter } from '@trpc/server';
import { z } from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import { type RestRoute, restRoutes } from './rest.ts';
import type { RestMeta } from './rest-meta.ts';

const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string(),
    requestId: z.string(),
    errors: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457' });

/** The OpenAPI 3.1 document of every procedure that REST shows. */
export function createOpenApiDocument(router: AnyRouter): object {
  const paths: ZodOpenApiPathsObject = {};
  for (const route of restRoutes(router)) {
    const method = route.rest.method.toLowerCase() as 'get';
    paths[route.rest.path] = { ...paths[route.rest.path], [method]: operation(route) };
  }
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Aura REST API',
      version: '1',
      description:
        'The tenant is the host: https://{tenant}.aura.com/api/v1. Every refusal is application/problem+json.',
      license: { name: 'Proprietary', url: 'https://aura.com/legal/terms' },
    },
    servers: [{ url: '/api/v1' }],
    security: [{ bearer: [] }],
    components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
    paths,
  });
}

function operation(route: RestRoute): ZodOpenApiOperationObject {
  const { rest, meta } = route;
  const status = String(rest.status ?? 200);
  const hasContent = status !== '204' && route.output !== null;
  return {
    operationId: route.path.replaceAll('.', '_'),
    summary: rest.summary,
    tags: [String(route.path.split('.')[0])],
    ...(meta.permission ? { description: `Needs the permission \`${meta.permission}\`.` } : { security: [] }),
    ...requestOf(route),
    responses: {
      [status]: {
        description: rest.summary,
        ...(rest.isFile ? { content: { 'application/octet-stream': { schema: BINARY } } } : {}),
        ...(hasContent ? { content: { 'application/json': { schema: route.output as z.ZodType } } } : {}),
      },
      default: { description: 'A refusal', content: { 'application/problem+json': { schema: problem } } },
    },
  };
}

const BINARY = { type: 'string', format: 'binary' } as const;

type OperationRequest = Pick<ZodOpenApiOperationObject, 'requestParams' | 'requestBody'>;

/** Where each input travels: path, query, the If-Match header, or the body. */
function requestOf({ rest, input }: RestRoute): OperationRequest {
  const inPath = new Set([...rest.path.matchAll(/\{(\w+)\}/g)].map((match) => String(match[1])));
  const shape = input?.shape ?? {};
  const pathShape = pick(shape, (name) => inPath.has(name));
  const otherShape = pick(shape, (name) => !inPath.has(name) && name !== 'expectedVersion');
  const hasOthers = Object.keys(otherShape).length > 0;
  const isRead = rest.method === 'GET' || rest.method === 'DELETE';
  return {
    requestParams: {
      ...(inPath.size > 0 ? { path: z.object(pathShape) } : {}),
      ...(isRead && hasOthers ? { query: z.object(otherShape) } : {}),
      ...('expectedVersion' in shape ? { header: IF_MATCH } : {}),
    },
    ...(!isRead && hasOthers ? { requestBody: bodyOf(rest, otherShape) } : {}),
  };
}

const IF_MATCH = z.object({ 'If-Match': z.string().optional().meta({ description: 'ETag of the record' }) });

function bodyOf(rest: RestMeta, shape: Record<string, z.ZodType>): ZodOpenApiOperationObject['requestBody'] {
  const contentType = rest.body === 'multipart' ? 'multipart/form-data' : 'application/json';
  return { required: true, content: { [contentType]: { schema: z.strictObject(shape) } } };
}

function pick(shape: Record<string, z.ZodType>, isWanted: (name: string) => boolean): Record<string, z.ZodType> {
  return Object.fromEntries(Object.entries(shape).filter(([name]) => isWanted(name)));
}
