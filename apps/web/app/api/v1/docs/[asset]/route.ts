import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { absolutePath } from 'swagger-ui-dist';

const ASSETS: Record<string, string> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
};

export async function GET(_: Request, { params }: { params: Promise<{ asset: string }> }): Promise<Response> {
  const { asset } = await params;
  const contentType = ASSETS[asset];
  if (!contentType) return new Response('Not found', { status: 404 });
  const body = await readFile(path.join(absolutePath(), asset));
  return new Response(new Uint8Array(body), {
    headers: { 'content-type': contentType, 'cache-control': 'public, max-age=86400' },
  });
}
