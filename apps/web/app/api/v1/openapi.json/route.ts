import { createOpenApiDocument } from '@aura/api';
import { appRouter } from '@aura/registry';

let document: string | undefined;

export function GET(): Response {
  document ??= JSON.stringify(createOpenApiDocument(appRouter));
  return new Response(document, {
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-cache' },
  });
}
