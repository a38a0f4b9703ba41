import { testWorld, type World } from '@aura/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditModule } from './module.ts';

describe('the audit log', () => {
  let world: World;
  beforeAll(async () => {
    world = await testWorld({ modules: [auditModule] });
    await world
      .as(world.acme.admin)
      .run((ctx) =>
        ctx.db
          .updateTable('core.memberships')
          .set({ title: 'Chief' })
          .where('user_id', '=', world.acme.rep.userId)
          .execute(),
      );
    await world
      .as(world.globex.admin)
      .run((ctx) =>
        ctx.db
          .updateTable('core.memberships')
          .set({ title: 'Boss' })
          .where('user_id', '=', world.globex.rep.userId)
          .execute(),
      );
  });
  afterAll(() => world.close());
  // What a transaction of any database of the server is still running beside cannot be sealed yet.
  const seal = async (): Promise<void> => {
    await expect
      .poll(
        async () => {
          await world.superuser.query('select audit.seal()');
          const answers = [world.acme, world.globex].map(({ admin }) => world.as(admin).api.audit.verify());
          return (await Promise.all(answers)).map(({ unsealedRows }) => unsealedRows);
        },
        { timeout: 15_000, interval: 100 },
      )
      .toEqual([0, 0]);
  };

  test('tells an admin who changed what, in their own tenant only', async () => {
    const page = await world.as(world.acme.admin).api.audit.list({ action: 'member.updated' });
    expect(page.items).toHaveLength(1);
    expect(page.items[0]).toMatchObject({
      actorId: world.acme.admin.userId,
      actorName: 'Ada Admin',
      entity: 'member',
      entityId: world.acme.rep.userId,
      detail: { title: [null, 'Chief'] },
    });
    const other = await world.as(world.globex.admin).rest('GET', `/audit-log?entityId=${world.acme.rep.userId}`);
    expect(other.body).toMatchObject({ items: [], total: 0 });
  });

  test('pages by key', async () => {
    const { api } = world.as(world.acme.admin);
    const first = await api.audit.list({ limit: 2 });
    const second = await api.audit.list({ limit: 2, cursor: first.nextCursor });
    expect(new Set([...first.items, ...second.items].map((event: { id: string }) => event.id)).size).toBe(4);
    await expect(
      world.as(world.globex.admin).api.audit.list({ limit: 2, cursor: first.nextCursor }),
    ).rejects.toMatchObject({ cause: { reason: 'bad_cursor' } });
  });

  test('is refused to managers and reps, by the API and by the database', async () => {
    for (const person of [world.acme.manager, world.acme.rep]) {
      expect(await world.as(person).rest('GET', '/audit-log')).toMatchObject({ status: 403 });
      expect(await world.as(person).rest('GET', '/audit-log/verify')).toMatchObject({ status: 403 });
      expect(await world.as(person).rest('GET', '/audit-log/violations')).toMatchObject({ status: 403 });
      const rows = world.as(person).ctx().db.selectFrom('audit.events').selectAll().execute();
      if (person.role === 'manager') expect(await rows).toEqual([]);
      else await expect(rows).rejects.toMatchObject({ code: '42501' });
    }
  });

  test('cannot be changed by its own owner, nor emptied', async () => {
    for (const attempt of [
      'update audit.events set action = null',
      'delete from audit.events',
      'truncate audit.events',
      'truncate audit.events_other',
    ]) {
      await expect(world.superuser.query(attempt)).rejects.toMatchObject({ code: '42501' });
    }
  });

  test('proves itself by its seals, and shows tampering', async () => {
    await seal();
    const intact = await world.as(world.acme.admin).rest('GET', '/audit-log/verify');
    expect(intact.body).toMatchObject({
      isIntact: true,
      unsealedRows: 0,
      seals: expect.arrayContaining([expect.objectContaining({ isIntact: true })]),
    });
    // What a database administrator could do with the triggers off.
    await world.superuser.query(
      `set session_replication_role = replica; update audit.events set detail = '{"title":[null,"Intern"]}' where action = 'member.updated' and tenant_id = '${world.acme.tenant.id}'; reset session_replication_role`,
    );
    expect((await world.as(world.acme.admin).rest('GET', '/audit-log/verify')).body).toMatchObject({ isIntact: false });
    expect((await world.as(world.globex.admin).rest('GET', '/audit-log/verify')).body).toMatchObject({
      isIntact: true,
    });
  });

  test('keeps what was sealed when later rows come', async () => {
    await world
      .as(world.globex.admin)
      .run((ctx) =>
        ctx.db
          .updateTable('core.memberships')
          .set({ title: 'CEO' })
          .where('user_id', '=', world.globex.rep.userId)
          .execute(),
      );
    await seal();
    expect((await world.as(world.globex.admin).rest('GET', '/audit-log/verify')).body).toMatchObject({
      isIntact: true,
      unsealedRows: 0,
    });
  });

  test('lists violations of the tenant: refused writes and probes, classified after the request', async () => {
    const { rest } = world.as(world.acme.admin);
    await world.superuser.query(
      `insert into audit.misses (tenant_id, user_id, entity, entity_id) values ($1, $2, 'member', $3), ($1, $2, 'member', gen_random_uuid())`,
      [world.acme.tenant.id, world.acme.rep.userId, world.globex.rep.userId],
    );
    const { rows } = await world.superuser.query<{ n: number }>('select audit.classify_misses(10) as n');
    expect(rows[0]?.n).toBe(1);
    expect((await rest('GET', '/audit-log/violations')).body).toMatchObject({
      items: [{ kind: 'cross_tenant_probe', entity: 'member', userId: world.acme.rep.userId }],
    });
    expect((await world.as(world.globex.admin).rest('GET', '/audit-log/violations')).body).toMatchObject({ items: [] });
  });
});
