import { createServer } from 'node:http';
import { createRestHandler } from '../packages/api/rest.ts';
import { appRouter } from '../packages/registry/index.ts';
import { createRequestContext } from '../apps/web/server/request-context.ts';
const serve = createRestHandler({ router: appRouter, basePath: '/api/v1', createContext: (request, id) => createRequestContext(request, { transport: 'rest', id }) });
createServer(async (req, res) => {
  const chunks: Buffer[] = []; for await (const c of req) chunks.push(c);
  const headers = new Headers(); for (const [k, v] of Object.entries(req.headers)) headers.set(k, String(v));
  const body = chunks.length ? Buffer.concat(chunks) : undefined;
  const r = await serve(new Request(`http://${req.headers.host}${req.url}`, { method: req.method, headers, ...(body ? { body } : {}) } as RequestInit));
  res.writeHead(r.status, Object.fromEntries(r.headers)); res.end(Buffer.from(await r.arrayBuffer()));
}).listen(Number(process.argv[2]), '127.0.0.1');
