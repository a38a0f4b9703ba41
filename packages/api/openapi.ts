import type { AnyRouter } from '@trpc/server';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import { z } from 'zod';
import { type RestRoute, restRoutes } from './rest.ts';

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
      description: 'The tenant is the host: https://{tenant}.aura.com/api/v1. Every refusal is application/problem+json.',
      license: { name: 'Proprietary', url: 'https://aura.com/legal/terms' },
    },
    servers: [{ url: '/api/v1' }],
    security: [{ bearer: [] }],
    components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
    paths,
  });
}

function operation(route: RestRoute): ZodOpenApiOperationObject {
  const { rest, meta, input } = route;
  const names = [...rest.path.matchAll(/\{(\w+)\}/g)].map((match) => String(match[1]));
  const shape = input?.shape ?? {};
  const inPath = pick(shape, (name) => names.includes(name));
  const rest_ = pick(shape, (name) => !names.includes(name) && name !== 'expectedVersion');
  const isRead = rest.method === 'GET' || rest.method === 'DELETE';
  const hasBody = !isRead && Object.keys(rest_).length > 0;
  const status = String(rest.status ?? 200);
  const problemContent = { 'application/problem+json': { schema: problem } };
  return {
    operationId: route.path.replaceAll('.', '_'),
    summary: rest.summary,
    tags: [String(route.path.split('.')[0])],
    ...(meta.permission ? { description: `Needs the permission \`${meta.permission}\`.` } : { security: [] }),
    requestParams: {
      ...(names.length > 0 ? { path: z.object(inPath) } : {}),
      ...(isRead && Object.keys(rest_).length > 0 ? { query: z.object(rest_) } : {}),
      ...('expectedVersion' in shape ? { header: z.object({ 'If-Match': z.string().optional().meta({ description: 'ETag of the record' }) }) } : {}),
    },
    ...(hasBody ? { requestBody: { required: true, content: { [rest.body === 'multipart' ? 'multipart/form-data' : 'application/json']: { schema: z.strictObject(rest_) } } } } : {}),
    responses: {
      [status]: { description: rest.summary, ...(status === '204' || !route.output ? {} : { content: { 'application/json': { schema: route.output } } }) },
      default: { description: 'A refusal', content: problemContent },
    },
  };
}

function pick(shape: Record<string, z.ZodType>, isWanted: (name: string) => boolean): Record<string, z.ZodType> {
  return Object.fromEntries(Object.entries(shape).filter(([name]) => isWanted(name)));
}
