import { randomUUID } from 'node:crypto';
import { createCallerFactory, type HostTenant, type Platform, type RequestContext } from '@aura/api';
import { createRestHandler, type RestOptions } from '@aura/api/rest';
import { resolveSession } from './session-resolver.service.ts';

/** The parts of a test world that stand behind the door. */
export type House = { platform: Platform; router: RestOptions['router'] };

export type Proof = { bearer?: string; cookie?: string; ip?: string };
export type Answer = { status: number; headers: Headers; body: Record<string, unknown> };

/** The way in as a client sees it: credentials are resolved as they are in the web application. */
export function entranceOf(world: House, tenant: { tenant: HostTenant } | null) {
  const contextOf = ({ bearer, cookie, ip = '127.0.0.1' }: Proof): RequestContext => {
    const id = randomUUID();
    return {
      platform: world.platform,
      request: { id, transport: 'rest', host: 'test', ip, userAgent: 'test', idempotencyKey: null },
      tenant: tenant?.tenant ?? null,
      authenticate: () =>
        resolveSession(world.platform, { tenant: tenant?.tenant ?? null, bearer, cookie, requestId: id }),
      responseHeaders: new Headers(),
    };
  };
  return {
    contextOf,
    rest: async (
      method: string,
      path: string,
      { body, ...proof }: Proof & { body?: unknown } = {},
    ): Promise<Answer> => {
      const handle = createRestHandler({
        router: world.router,
        basePath: '/api/v1',
        createContext: async () => contextOf(proof),
      });
      const response = await handle(
        new Request(`http://test/api/v1${path}`, {
          method,
          ...(body === undefined
            ? {}
            : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
        }),
      );
      const text = await response.text();
      return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : {} };
    },
    /** The tRPC sign-in; answers the cookie's value and the whole header. */
    signIn: async (proof: { email: string; password: string; remember?: boolean }, ip = '127.0.0.1') => {
      const ctx = contextOf({ ip });
      const caller = createCallerFactory(world.router)(ctx) as unknown as {
        auth: { signIn(input: unknown): Promise<unknown> };
      };
      const output = await caller.auth.signIn(proof);
      const header = ctx.responseHeaders.get('set-cookie') ?? '';
      return { header, cookie: /^__Host-aura=([^;]+)/.exec(header)?.[1] ?? '', output };
    },
  };
}
