import { createTenantFixture } from './tenant-fixture.ts';
import { readFileSync, writeFileSync } from 'node:fs';
import pg from 'pg';
const urls = JSON.parse(readFileSync('/tmp/aura-deals/urls.json', 'utf8'));
const su = new pg.Pool({ connectionString: urls.superuser, max: 1 });
const acme = await createTenantFixture(su, 'acme'); const globex = await createTenantFixture(su, 'globex');
writeFileSync('/tmp/aura-deals/people.json', JSON.stringify({ acme, globex }));
await su.query("set session_replication_role = replica");
for (const [t, n] of [[acme, 200000], [globex, 50000]] as const) {
  const T = t.tenant.id; const A = t.admin.userId;
  await su.query(`insert into core.memberships (tenant_id,user_id,role,name,email) select $1, app.uuid_v7(), 'sales_rep', 'Rep '||g, 'r'||g||'@x.test' from generate_series(1,20) g`, [T]);
  await su.query(`insert into crm.pipelines (tenant_id,name,is_default,created_by,updated_by) values ($1,'Sales',true,$2,$2)`, [T, A]);
  await su.query(`insert into crm.stages (tenant_id,pipeline_id,name,kind,probability,expected_days,position,created_by,updated_by)
    select $1,(select id from crm.pipelines where tenant_id=$1),n,k,p,d,o,$2,$2 from (values ('Prospect','open',10,21,0),('Qualified','open',25,21,1),('Proposal','open',50,14,2),('Negotiation','open',75,14,3),('Won','won',100,null,4),('Lost','lost',0,null,5)) v(n,k,p,d,o)`, [T, A]);
  await su.query(`insert into crm.organizations (tenant_id,name,owner_id,created_by,updated_by) select $1,'Org '||g,$2,$2,$2 from generate_series(1,2000) g`, [T, A]);
  await su.query(`with s as materialized (select array_agg(id order by position) ids, min(pipeline_id::text)::uuid pid from crm.stages where tenant_id=$1),
     o as materialized (select array_agg(id) ids from crm.organizations where tenant_id=$1),
     m as materialized (select array_agg(user_id) ids from core.memberships where tenant_id=$1 and name like 'Rep %')
   insert into crm.deals (tenant_id,name,amount_minor,currency,pipeline_id,stage_id,status,probability,close_date,closed_at,closed_stage_name,organization_id,owner_id,next_step_on,stage_entered_at,created_at,updated_at,created_by,updated_by)
   select $1,'Deal '||md5(g::text), (random()*1e6)::bigint,'USD',s.pid,s.ids[k],case when k=5 then 'won' when k=6 then 'lost' else 'open' end,(array[10,25,50,75,100,0])[k],
     current_date + (random()*200-150)::int, case when k>4 then now() end, case when k>4 then 'x' end, o.ids[1+(random()*1999)::int], m.ids[1+(random()*19)::int],
     case when random()<.7 then current_date + (random()*60-20)::int end, now()-random()*60*interval '1 day', now()-random()*700*interval '1 day', now()-random()*300*interval '1 day', $3, $3
   from s,o,m,lateral (select g, case when random()<.6 then 5+(random()<.4)::int else 1+(random()*3.999)::int end k from generate_series(1,$2::int) g) x`.replace("1+(random()*3.999)::int", "1+floor(random()*3.999)::int"), [T, n, A]);
  await su.query(`update crm.deals set owner_id=$2 where (tenant_id,id) in (select tenant_id,id from crm.deals where tenant_id=$1 limit 5)`, [T, t.rep.userId]);
  await su.query(`insert into crm.deal_members (tenant_id,deal_id,user_id,kind,created_by) select tenant_id,id,$2,'shared',$3 from crm.deals where tenant_id=$1 limit 20 offset 100`, [T, t.rep.userId, A]);
  await su.query(`update crm.deals set owner_id=$2 where (tenant_id,id) in (select tenant_id,id from crm.deals where tenant_id=$1 and owner_id<>$3 order by md5(id::text) limit 10000)`, [T, t.otherRep.userId, t.rep.userId]);
}
await su.query('vacuum analyze');
console.log('done'); process.exit(0);
