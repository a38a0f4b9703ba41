-- What happened to the bench's deals and contacts: moves, stays, events and activities, as triggers and services write them.

create procedure bench.fill_moves(tenant int)
language plpgsql as $$
declare
  t uuid := bench.id('0', tenant, 0, 0);
begin
  -- A deal passes every stage up to its last open one, at even distances.
  create temp table stays as
  select d.tenant_id, d.id as deal_id, d.owner_id, d.deleted_at is not null as is_archived, d.status, d.pipeline_id, s.id as stage_id, s.name, s.probability, s.position,
         d.created_at + (d.stage_entered_at - d.created_at) * (s.position - 1) / greatest(last.position - case d.status when 'open' then 1 else 0 end, 1) as entered_at,
         case when s.position < last.position or d.status <> 'open'
              then d.created_at + (d.stage_entered_at - d.created_at) * s.position / greatest(last.position - case d.status when 'open' then 1 else 0 end, 1) end as left_at,
         case when s.position < last.position then 'on' when d.status = 'lost' then 'lost' when d.status = 'won' then 'on' else 'here' end as outcome
    from crm.deals d
    join crm.stages last on last.tenant_id = d.tenant_id and last.id = coalesce(d.closed_from_stage_id, d.stage_id)
    join crm.stages s on s.tenant_id = d.tenant_id and s.kind = 'open' and s.position <= last.position
   where d.tenant_id = t;
  insert into crm.deal_stages (tenant_id, deal_id, stage_id, pipeline_id, owner_id, is_archived, entered_at, left_at, outcome)
  select tenant_id, deal_id, stage_id, pipeline_id, owner_id, is_archived, entered_at, left_at, outcome from stays order by entered_at;
  insert into crm.stage_changes (tenant_id, deal_id, to_stage_id, to_stage_name, to_probability, to_status, changed_at, changed_by)
  select tenant_id, deal_id, stage_id, name, probability, 'open', entered_at, owner_id from stays
  union all
  select d.tenant_id, d.id, d.stage_id, d.closed_stage_name, d.probability, d.status, d.stage_entered_at, d.owner_id
    from crm.deals d where d.tenant_id = t and d.status <> 'open';
  insert into core.events (tenant_id, id, type, entity, entity_id, actor_id, occurred_at, relayed_at)
  select tenant_id, bench.id('8', tenant, row_number() over (), (extract(epoch from entered_at) * 1000)::bigint), 'deal.stage_changed', 'deal', deal_id, owner_id, entered_at, entered_at
    from stays where entered_at > (select max(entered_at) from stays) - interval '90 days' and not is_archived;
  drop table stays;
end
$$;

-- A call, an e-mail, a meeting or a note with every other contact.
create procedure bench.fill_activities(tenant int)
language sql as $$
  insert into crm.activities (tenant_id, id, type, occurred_at, subject, contact_id, created_at, updated_at, created_by, updated_by)
  select c.tenant_id, bench.id('6', tenant, c.n, (extract(epoch from c.created_at) * 1000)::bigint), (array['call', 'email', 'meeting', 'note'])[1 + floor(4 * power(random(), 1.5))::int],
         c.created_at, 'Talked about the offer', c.id, c.created_at, c.created_at, w.author, w.author
    from (select contact.*, row_number() over (order by contact.id) as n from crm.contacts contact
           where contact.tenant_id = bench.id('0', tenant, 0, 0) and contact.deleted_at is null) c,
         lateral (select case when c.n % 50 = 0 then bench.id('a', tenant, 0, 0) else c.owner_id end as author) w
   where c.n % 2 = 0;
  -- The manager wrote every twenty-fifth of them: whose contact it is about stands beside it.
  insert into search.activity_owners (tenant_id, activity_id, owner_id)
  select a.tenant_id, a.id, c.owner_id from crm.activities a join crm.contacts c on c.tenant_id = a.tenant_id and c.id = a.contact_id
   where a.tenant_id = bench.id('0', tenant, 0, 0) and c.owner_id <> a.created_by;
  -- Somebody else took part in every tenth of them, and is mentioned in every twentieth.
  insert into crm.activity_participants (tenant_id, id, activity_id, user_id)
  select a.tenant_id, bench.id('7', tenant, a.n, 0), a.id, bench.id('a', tenant, 0, 0)
    from (select activity.tenant_id, activity.id, row_number() over (order by activity.id) as n from crm.activities activity
           where activity.tenant_id = bench.id('0', tenant, 0, 0)) a where a.n % 10 = 0;
  insert into crm.activity_mentions (tenant_id, id, activity_id, user_id)
  select p.tenant_id, p.id, p.activity_id, p.user_id from crm.activity_participants p
   where p.tenant_id = bench.id('0', tenant, 0, 0) and ('x' || right(p.id::text, 8))::bit(32)::int % 20 = 0;
$$;
