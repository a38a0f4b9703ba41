import { Agent, request } from 'node:http';
import type { BenchRole, Call } from './operations.ts';
import { recordId, type TenantSpec } from './record-ids.ts';
import type { WebServer } from './web-server.ts';

export type Answer = { status: number; body: string };

/** A signed-in person's HTTP client: kept-alive connections, as a browser or an integration holds them. */
export type Client = { session: Session; send(call: Call): Promise<Answer>; close(): void };

/** What the access token says; `secret` is what the database verifies. */
export type Session = { tenantId: string; secret: string };

export async function signIn(
  server: WebServer,
  person: { spec: TenantSpec; role: BenchRole; password: string },
): Promise<Client> {
  const { spec, role, password } = person;
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const host = `${spec.slug}.${server.rootDomain}`;
  const transport = { agent, port: server.port, host };
  const email = `${role === 'rep' ? 'rep1' : 'manager'}@${spec.slug}.example`;
  const entered = await exchange(transport, { method: 'POST', path: '/auth/token', body: { email, password } });
  if (entered.status !== 200) throw new Error(`Signing in as ${email}: ${entered.status} ${entered.body}`);
  const { accessToken }: { accessToken: string } = JSON.parse(entered.body);
  const claims = JSON.parse(Buffer.from(accessToken.split('.')[1] ?? '', 'base64url').toString('utf8'));
  return {
    session: { tenantId: recordId(spec, 'tenant', 0), secret: String(claims.jti) },
    send: (call) => exchange({ ...transport, authorization: `Bearer ${accessToken}` }, call),
    close: () => agent.destroy(),
  };
}

type Transport = { agent: Agent; port: number; host: string; authorization?: string };

async function exchange(
  { agent, port, host, authorization }: Transport,
  { method, path, body, form }: Call,
): Promise<Answer> {
  const sent = form ? await encodeForm(form) : body ? { type: 'application/json', bytes: JSON.stringify(body) } : null;
  return new Promise((resolve, reject) => {
    const headers = {
      host,
      ...(authorization ? { authorization } : {}),
      ...(sent ? { 'content-type': sent.type, 'content-length': Buffer.byteLength(sent.bytes) } : {}),
    };
    const asked = request({ agent, host: '127.0.0.1', port, method, path: `/api/v1${path}`, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() }));
    });
    asked.on('error', reject);
    asked.end(sent?.bytes);
  });
}

async function encodeForm(form: FormData): Promise<{ type: string; bytes: Buffer }> {
  const encoded = new Response(form);
  return { type: encoded.headers.get('content-type') ?? '', bytes: Buffer.from(await encoded.arrayBuffer()) };
}
