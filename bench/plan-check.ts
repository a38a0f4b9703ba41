import { withConnection } from '@aura/db/databases';
import type { Statement } from './capture.ts';
import type { Session } from './http-client.ts';
import { isPreamble } from './pgbench-script.ts';
import { objectToPlan, type PlanNode } from './plan.ts';

// An insert of given values has no plan to speak of, and would meet its own record.
const EXPLAINABLE = /^\s*(with|select|update|delete)\b/i;

/** Runs each statement under `explain analyze` in the person's own context, rolled back; answers the objections. */
export function checkPlans(appUrl: string, session: Session, statements: Statement[]): Promise<string[]> {
  return withConnection(appUrl, async (client) => {
    const objections: string[] = [];
    for (const statement of statements.filter((one) => !isPreamble(one) && EXPLAINABLE.test(one.text))) {
      await client.query('begin');
      await client.query('select app.begin_request($1::uuid, $2, $3)', [session.tenantId, session.secret, 'bench']);
      await client.query(`prepare checked as ${statement.text}`);
      const values = statement.parameters.map((value) => (value === null ? 'null' : client.escapeLiteral(value)));
      const call = values.length > 0 ? `checked(${values.join(', ')})` : 'checked';
      const { rows } = await client.query(`explain (analyze, format json) execute ${call}`).catch((error: Error) => {
        throw new Error(`${error.message} in the plan check of ${statement.text}`);
      });
      await client.query('rollback');
      await client.query('deallocate checked');
      const plan: { Plan: PlanNode }[] = rows[0]?.['QUERY PLAN'];
      objections.push(...plan.flatMap(({ Plan }) => objectToPlan(Plan)));
    }
    return [...new Set(objections)];
  });
}
