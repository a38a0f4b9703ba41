import { type Attack, claim, setting } from './attack.ts';
import { DEAD } from './dead-secrets.ts';

const READ = 'select * from core.memberships';

/** Forging, borrowing and outliving a context. */
export const CONTEXT_ATTACKS: Attack[] = [
  { name: 'read a table without a context', as: 'login', sql: [READ], expects: '42501' },
  {
    name: 'take a visibility role without a context',
    as: 'login',
    sql: ['set local role aura_rep', READ],
    expects: '42501',
  },
  {
    name: 'forge the tenant setting',
    as: 'rep',
    sql: [setting('app.current_tenant_id', '<other.tenantId>'), READ],
    expects: '42501',
  },
  {
    name: 'forge the tenant setting in the same statement',
    as: 'rep',
    sql: [
      `select m.* from (select set_config('app.current_tenant_id', '<other.tenantId>', true) as t offset 0) s, core.memberships m where m.tenant_id::text = s.t`,
    ],
    expects: ['nothing', '42501'],
  },
  {
    name: 'forge the tenant setting for the whole session',
    as: 'rep',
    sql: [
      setting('app.current_tenant_id', '<other.tenantId>', false),
      'commit',
      'begin',
      'set local role aura_rep',
      READ,
    ],
    expects: '42501',
  },
  {
    name: 'forge tenant and secret',
    as: 'rep',
    sql: [setting('app.current_tenant_id', '<other.tenantId>'), setting('app.session_token', '<other.userId>'), READ],
    expects: '42501',
  },
  {
    name: 'forge a user setting',
    as: 'rep',
    sql: [
      setting('app.user_id', '<other.userId>'),
      setting('app.current_user_id', '<other.userId>'),
      `select app.user_id() as me where app.user_id() <> '<own.userId>'`,
    ],
    expects: 'nothing',
  },
  { name: 'clear the settings', as: 'rep', sql: [setting('app.session_token', ''), READ], expects: '42501' },
  { name: 'reset the settings', as: 'rep', sql: ['reset app.session_token', READ], expects: '42501' },
  {
    name: 'open the other tenant with one’s own secret',
    as: 'login',
    sql: [claim('<other.tenantId>', '<own.token>')],
    expects: '42501',
  },
  {
    name: 'open the other tenant from within one’s own context',
    as: 'rep',
    sql: [claim('<other.tenantId>', '<own.token>')],
    expects: '42501',
  },
  { name: 'a wrong secret', as: 'login', sql: [claim('<own.tenantId>', 'a wrong secret')], expects: '42501' },
  { name: 'an empty secret', as: 'login', sql: [claim('<own.tenantId>', '')], expects: '42501' },
  {
    name: 'no secret',
    as: 'login',
    sql: [`select app.begin_request('<own.tenantId>', null, 'attack')`],
    expects: '42501',
  },
  {
    name: 'no tenant',
    as: 'login',
    sql: [`select app.begin_request(null, '<own.token>', 'attack')`],
    expects: '42501',
  },
  {
    name: 'a secret with the other tenant’s id in the setting of a later transaction',
    as: 'rep',
    sql: ['commit', 'begin', READ],
    expects: '42501',
  },
  ...Object.keys(DEAD).map(
    (name): Attack => ({
      name: `the secret of ${name}`,
      as: 'login',
      sql: [claim(`<dead.tenantId:${name}>`, `<dead.token:${name}>`)],
      expects: '42501',
    }),
  ),
  {
    name: 'run a prepared plan without a context',
    as: 'rep',
    sql: [
      `prepare stolen as ${READ}`,
      'execute stolen',
      'commit',
      'begin',
      'set local role aura_rep',
      'execute stolen',
    ],
    expects: ['42501', '26000'],
  },
  {
    name: 'run a prepared plan with the tenant setting forged',
    as: 'rep',
    sql: [
      `prepare forged as ${READ}`,
      'execute forged',
      setting('app.current_tenant_id', '<other.tenantId>'),
      'execute forged',
    ],
    expects: '42501',
  },
  {
    name: 'fetch from a cursor after the context',
    as: 'rep',
    sql: [
      'declare kept cursor with hold for select tenant_id from core.memberships',
      'commit',
      'begin',
      'fetch all from kept',
    ],
    expects: ['own', '34000'],
  },
  {
    name: 'switch the tenant under an open cursor',
    as: 'rep',
    sql: [
      `declare open_cursor cursor for ${READ} where pg_sleep(0) is not null`,
      setting('app.current_tenant_id', '<other.tenantId>'),
      'fetch all from open_cursor',
    ],
    expects: ['own', '42501'],
  },
  {
    name: 'set the context in a DO block',
    as: 'rep',
    sql: [
      `do $$ begin perform set_config('app.current_tenant_id', '<other.tenantId>', true); perform * from core.memberships; end $$`,
    ],
    expects: '42501',
  },
  {
    name: 'catch the refusal in a DO block and go on',
    as: 'rep',
    sql: [
      `do $$ begin perform set_config('app.current_tenant_id', '<other.tenantId>', true); begin perform * from core.memberships; exception when others then null; end; end $$`,
      READ,
    ],
    expects: '42501',
  },
  {
    name: 'open a background job’s context',
    as: 'login',
    sql: [`select app.open_job_context('<other.tenantId>', '<other.userId>')`],
    expects: '42501',
  },
  {
    name: 'open a background job’s context as an admin',
    as: 'admin',
    sql: [`select app.open_job_context('<own.tenantId>', '<own.colleagueId>')`],
    expects: '42501',
  },
  {
    name: 'end somebody’s background job',
    as: 'admin',
    sql: [`select app.close_job_context('guess')`],
    expects: '42501',
  },
];
