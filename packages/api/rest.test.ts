import { sql } from '@aura/db';
import { EVERYONE, pageOf, uuid } from '@aura/kernel';
import { testWorld, type World } from '@aura/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { procedure, publicProcedure, router } from './trpc.ts';

const echoRouter = router({
  who: procedure('echo:read')
    .meta({ rest: { method: 'GET', path: '/echo', summary: 'Who asks' } })
    .input(
      z.strictObject({
        limit: z.int().max(100).default(25),
        deleted: z.boolean().default(false),
        ids: z.array(uuid).optional(),
      }),
    )
    .output(z.object({ userId: uuid, tenantId: uuid, limit: z.int(), deleted: z.boolean() }))
    .query(async ({ ctx, input }) => {
      const { rows } = await sql<{ t: string; u: string }>`select app.tenant_id() as t, app.user_id() as u`.execute(
        ctx.db,
      );
      return { tenantId: String(rows[0]?.t), userId: String(rows[0]?.u), limit: input.limit, deleted: input.deleted };
    }),
  rename: procedure('echo:write')
    .meta({ rest: { method: 'PATCH', path: '/echo/{id}', summary: 'Rename the workspace' } })
    .input(z.strictObject({ id: uuid, name: z.string().min(1) }))
    .output(z.object({ name: z.string(), version: z.int() }))
    .mutation(async ({ ctx, input }) => {
      await ctx.emit({ type: 'echo.renamed', entity: 'echo', entityId: input.id });
      return ctx.db
        .updateTable('core.tenants')
        .set({ name: input.name })
        .where('id', '=', ctx.actor.tenantId)
        .returning(['name', 'version'])
        .executeTakeFirstOrThrow();
    }),
  add: procedure('echo:read')
    .meta({ rest: { method: 'POST', path: '/echo', status: 201, location: '/echo/{id}', summary: 'Add an event' } })
    .input(z.strictObject({ id: uuid, note: z.string() }))
    .output(z.object({ id: uuid, stamp: z.string() }))
    .mutation(async ({ ctx, input }) => {
      await ctx.emit({ type: 'echo.added', entity: 'echo', entityId: input.id });
      return { id: input.id, stamp: crypto.randomUUID() };
    }),
  hello: publicProcedure('it says hello')
    .meta({ rest: { method: 'GET', path: '/hello', summary: 'Hello' } })
    .output(z.object({ hello: z.string() }))
    .query(() => ({ hello: 'world' })),
});
const page = pageOf(z.object({ id: uuid }));
const id = '0193a000-0000-7000-8000-000000000001';

describe('procedures as REST', () => {
  let world: World;
  beforeAll(async () => {
    world = await testWorld({
      modules: [
        { id: 'echo', permissions: { 'echo:read': EVERYONE, 'echo:write': ['admin'] }, routers: { echo: echoRouter } },
      ],
    });
  });
  afterAll(() => world.close());

  test('run in the verified context of the person and tenant', async () => {
    const answer = await world.as(world.acme.rep).rest('GET', '/echo?limit=7&deleted=true');
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      tenantId: world.acme.tenant.id,
      userId: world.acme.rep.userId,
      limit: 7,
      deleted: true,
    });
    expect(answer.headers.get('ratelimit-policy')).toBe('"default";q=1000000;w=60');
  });

  test('say which input is wrong', async () => {
    const answer = await world.as(world.acme.rep).rest('GET', '/echo?limit=101&colour=red');
    expect(answer.status).toBe(422);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    const { errors } = answer.body as { errors: { path: string; code: string }[] };
    expect(errors.map((issue) => issue.path).sort()).toEqual(['colour', 'limit']);
    expect(await world.as(world.acme.rep).rest('GET', '/echo?limit=many')).toMatchObject({ status: 422 });
  });

  test('refuse what cannot be read', async () => {
    const { rest } = world.as(world.acme.admin);
    expect(await rest('PATCH', `/echo/${id}`, { body: '{"name":' })).toMatchObject({
      status: 400,
      body: { code: 'malformed' },
    });
    expect(await rest('PATCH', `/echo/${id}`, { body: '[]' })).toMatchObject({ status: 400 });
    expect(
      await rest('PATCH', `/echo/${id}`, { body: 'name=x', headers: { 'content-type': 'text/plain' } }),
    ).toMatchObject({ status: 415 });
    expect(await rest('PATCH', `/echo/${id}`, { body: JSON.stringify({ name: 'x'.repeat(1_100_000) }) })).toMatchObject(
      { status: 413 },
    );
    expect(await rest('PUT', '/echo')).toMatchObject({ status: 405 });
    expect(await rest('GET', '/nowhere')).toMatchObject({ status: 404, body: { code: 'no_such_endpoint' } });
  });

  test('refuse a person without the permission, and nobody at all', async () => {
    expect(await world.as(world.acme.manager).rest('PATCH', `/echo/${id}`, { body: { name: 'Mine' } })).toMatchObject({
      status: 403,
    });
    expect(await world.anonymous(world.acme).rest('GET', '/echo')).toMatchObject({
      status: 401,
      body: { code: 'unauthenticated' },
    });
    expect(await world.anonymous().rest('GET', '/hello')).toMatchObject({ status: 200, body: { hello: 'world' } });
  });

  test('commit what succeeds and roll back what fails, event included', async () => {
    const { rest } = world.as(world.acme.admin);
    expect(await rest('PATCH', `/echo/${id}`, { body: { name: 'Acme renamed' } })).toMatchObject({
      status: 200,
      body: { name: 'Acme renamed' },
    });
    expect(await rest('PATCH', `/echo/${id}`, { body: { name: 'x'.repeat(300) } })).toMatchObject({ status: 422 });
    const { rows } = await world.superuser.query(
      `select count(*)::int as n from core.events where type = 'echo.renamed'`,
    );
    expect(rows[0].n).toBe(1);
    const other = await world.superuser.query('select name from core.tenants where id = $1', [world.globex.tenant.id]);
    expect(other.rows[0].name).toBe('Look-alike Ltd');
  });

  test('replay the first answer to an Idempotency-Key', async () => {
    const { rest } = world.as(world.acme.rep);
    const headers = { 'idempotency-key': 'k1' };
    const first = await rest('POST', '/echo', { body: { id, note: 'a' }, headers });
    expect(first).toMatchObject({ status: 201 });
    expect(first.headers.get('location')).toBe(`/api/v1/echo/${id}`);
    expect((await rest('POST', '/echo', { body: { id, note: 'a' }, headers })).body).toEqual(first.body);
    expect(await rest('POST', '/echo', { body: { id, note: 'b' }, headers })).toMatchObject({
      status: 422,
      body: { code: 'idempotency_mismatch' },
    });
    expect(
      (await world.as(world.acme.otherRep).rest('POST', '/echo', { body: { id, note: 'a' }, headers })).body,
    ).not.toEqual(first.body);
    const { rows } = await world.superuser.query(
      `select count(*)::int as n from core.events where type = 'echo.added'`,
    );
    expect(rows[0].n).toBe(2);
  });

  test('a page is described', () => {
    expect(page.safeParse({ items: [{ id }], nextCursor: null, total: 1 }).success).toBe(true);
  });
});
