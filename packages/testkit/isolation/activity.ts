import { sql } from '@aura/db';
import { withConnection } from '@aura/db/databases';
import type { Person } from '../tenant-fixture.ts';
import type { World } from '../world.ts';

/** What the application's login sees in pg_stat_activity while a person of another tenant runs a statement. */
export async function readActivityOf(
  world: World,
  { victim, value }: { victim: Person; value: string },
): Promise<string> {
  const context = { tenantId: victim.tenantId, token: victim.token, requestId: 'activity' };
  const running = sql`select pg_sleep(1), ${value}::text`.execute(world.platform.tenants.reader(context));
  const seen = await withConnection(world.appUrl, async (client) => {
    for (;;) {
      const { rows } = await client.query(
        `select query, application_name, state from pg_stat_activity where pid <> pg_backend_pid() and usename = current_user`,
      );
      const text = JSON.stringify(rows);
      if (text.includes('pg_sleep')) return text;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  });
  await running;
  return seen;
}
