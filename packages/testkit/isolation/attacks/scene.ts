import { createHash, randomBytes } from 'node:crypto';
import type { World } from '../../world.ts';
import { makeRows } from '../row-factory.ts';
import { listTenantTables } from '../tenant-tables.ts';
import { OTHERS_ROWS, type Scene, SHARED_ROWS } from './attack.ts';
import { DEAD } from './dead-secrets.ts';

/** Stands in the other tenant's texts: nothing the attacker gets may contain it. */
export const MARK = 'KEPT-FROM-OTHERS';

const md5Uuid = (text: string): string =>
  createHash('md5')
    .update(text)
    .digest('hex')
    .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-7$3-8$4-$5');
const idOf = (table: string, n: number): string => md5Uuid(`${table}:${n}`);

/** Both tenants with rows in every table: the same ids, the other one's marked, and a few more of them. */
export async function setScene({ superuser, acme, globex }: World): Promise<Scene> {
  const tables = await listTenantTables(superuser);
  const client = await superuser.connect();
  try {
    for (const tenant of [acme, globex]) {
      const isOther = tenant === globex;
      const people = [tenant.rep, tenant.otherRep, tenant.manager].map(({ userId }) => userId);
      const to = isOther ? OTHERS_ROWS : SHARED_ROWS;
      await makeRows(client, tables, { tenantId: tenant.tenant.id, people, from: 1, to, mark: isOther ? MARK : '' });
    }
  } finally {
    client.release();
  }
  const { tenant, rep, otherRep } = acme;
  return {
    own: { tenantId: tenant.id, userId: rep.userId, token: rep.token, colleagueId: otherRep.userId },
    other: { tenantId: globex.tenant.id, userId: globex.admin.userId },
    idOf,
    tables,
    dead: await makeDeadSecrets({ superuser, acme }),
  };
}

async function makeDeadSecrets({ superuser, acme }: Pick<World, 'superuser' | 'acme'>): Promise<Scene['dead']> {
  const dead: Scene['dead'] = {};
  for (const [index, [name, death]] of Object.entries(DEAD).entries()) {
    const tenantId = death.tenant
      ? await one(
          superuser,
          `insert into core.tenants (slug, name, status) values ('dead-${index}', 'x', '${death.tenant}')`,
        )
      : acme.tenant.id;
    const email = `dead${index}@x.test`;
    const userId = await one(superuser, `insert into identity.users (email, name) values ('${email}', 'x')`);
    await superuser.query(
      `insert into core.memberships (tenant_id, user_id, role, status, name, email) values ('${tenantId}', '${userId}', 'admin', '${death.member ?? 'active'}', 'x', '${email}')`,
    );
    const sessionId = await one(
      superuser,
      `insert into identity.sessions (tenant_id, user_id, kind, expires_at, ends_at) values ('${tenantId}', '${userId}', 'browser', now() + interval '1 day', now() + interval '1 day')`,
    );
    if (death.session) await superuser.query(`update identity.sessions set ${death.session} where id = '${sessionId}'`);
    const token = randomBytes(24).toString('base64url');
    await superuser.query(
      `insert into identity.credentials (token_hash, session_id, kind, expires_at) values ($1, $2, $3, ${death.credential ?? `now() + interval '1 day'`})`,
      [createHash('sha256').update(token).digest(), sessionId, death.kind ?? 'cookie'],
    );
    dead[name] = { tenantId, token };
  }
  return dead;
}

async function one(superuser: World['superuser'], insert: string): Promise<string> {
  const { rows } = await superuser.query<{ id: string }>(`${insert} returning id`);
  return String(rows[0]?.id);
}
