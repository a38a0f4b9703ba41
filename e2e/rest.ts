import { Agent, type IncomingMessage, request } from 'node:http';
import type { Login } from './demo.ts';

// biome-ignore lint/suspicious/noExplicitAny: what a server answers is judged by the assertions of each test.
export type Body = any;
export type Answer = { status: number; headers: IncomingMessage['headers']; text: string; body: Body };
export type Asking = {
  token?: string | undefined;
  headers?: Record<string, string>;
  /** Sent as JSON. */
  body?: unknown;
  /** Sent as it is. */
  raw?: string | Uint8Array;
  form?: FormData;
};

const agent = new Agent({ keepAlive: true, maxSockets: 16 });
// Undoing an import of thousands is one request.
const SLOW_MS = 180_000;

/**
 * One request over real HTTP. Node does not know names below localhost, so it goes to 127.0.0.1 with the Host header,
 * as the API's documentation tells such clients to do. Paths below /api are given in full, others below /api/v1.
 */
export async function rest(host: string, method: string, path: string, asking: Asking = {}): Promise<Answer> {
  const { body, headers } = await encode(asking);
  const port = Number(host.split(':')[1]);
  return new Promise((resolve, reject) => {
    const sent = request({
      agent,
      host: '127.0.0.1',
      port,
      method,
      path,
      timeout: SLOW_MS,
      headers: { ...headers, host, ...asking.headers },
    });
    sent.once('timeout', () => sent.destroy(new Error(`${method} ${path} did not answer in time`)));
    sent.once('error', reject);
    sent.once('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('error', reject);
      response.once('end', () => resolve(read(response, Buffer.concat(chunks).toString())));
    });
    sent.end(body);
  });
}

type Encoded = { body: string | Uint8Array | undefined; headers: Record<string, string> };

async function encode({ token, body, raw, form }: Asking): Promise<Encoded> {
  const known: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};
  if (form) {
    const encoded = new Response(form);
    const bytes = new Uint8Array(await encoded.arrayBuffer());
    return {
      body: bytes,
      headers: {
        ...known,
        'content-type': encoded.headers.get('content-type') ?? '',
        'content-length': String(bytes.length),
      },
    };
  }
  if (raw === undefined && body === undefined) return { body: undefined, headers: known };
  const bytes = Buffer.from(raw ?? JSON.stringify(body));
  return {
    body: bytes,
    headers: { ...known, 'content-type': 'application/json', 'content-length': String(bytes.length) },
  };
}

function read({ statusCode, headers }: IncomingMessage, text: string): Answer {
  const isJson = /json/.test(headers['content-type'] ?? '');
  return { status: statusCode ?? 0, headers, text, body: isJson && text !== '' ? JSON.parse(text) : undefined };
}

export type Api = (method: string, path: string, asking?: Asking) => Promise<Answer>;

/** A voice on one host: `api('GET', '/deals')` is below /api/v1 and carries the token. */
export function apiOf(host: string, token?: string): Api {
  return (method, path, asking = {}) => rest(host, method, `/api/v1${path}`, { token, ...asking });
}

type Credentials = Pick<Login, 'origin' | 'email' | 'password'>;

/** Signs in by password and speaks with the access token. Throws when that is refused. */
export async function signIn({
  origin,
  email,
  password,
}: Credentials): Promise<{ api: Api; token: string; refreshToken: string }> {
  const host = new URL(origin).host;
  const answer = await apiOf(host)('POST', '/auth/token', { body: { email, password } });
  if (answer.status !== 200) throw new Error(`${email} was not let in: ${answer.status} ${answer.text}`);
  const { accessToken, refreshToken } = answer.body;
  return { api: apiOf(host, accessToken), token: accessToken, refreshToken };
}
