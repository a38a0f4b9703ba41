import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const zip = promisify(gzip);

// Less than this fits one packet anyway.
const WORTH_FROM_BYTES = 1_400;
const JSON_TYPE = /^application\/(\w+\+)?json\b/;

/** Next compresses pages, not what route handlers answer: JSON is, here, for those that take it; files are as they are. */
export async function compressed(request: Request, response: Response): Promise<Response> {
  if (!isCompressible(response)) return response;
  response.headers.append('vary', 'accept-encoding');
  if (!/\bgzip\b/i.test(request.headers.get('accept-encoding') ?? '')) return response;
  const body = new Uint8Array(await response.arrayBuffer());
  const { status, headers } = response;
  if (body.byteLength < WORTH_FROM_BYTES) return new Response(body, { status, headers });
  headers.set('content-encoding', 'gzip');
  headers.delete('content-length');
  return new Response(new Uint8Array(await zip(body)), { status, headers });
}

const isCompressible = ({ body, headers }: Response): boolean =>
  body !== null &&
  JSON_TYPE.test(headers.get('content-type') ?? '') &&
  !headers.has('content-encoding') &&
  !headers.has('content-disposition');
