-- as: aura_access
-- The few functions that look past a caller's own rows: which deals are shared with them, history and totals that
-- nobody may write by hand. Each names its tenant, and runs under policies of its own.

create function crm.shared_deal_ids() returns setof uuid
language sql stable parallel safe security definer set search_path = '' rows 20 as $$
  select m.deal_id from crm.deal_members m where m.tenant_id = app.tenant_id() and m.user_id = app.user_id()
$$;
comment on function crm.shared_deal_ids() is 'Deals that the person collaborates on or that a manager shared with them.';
grant execute on function crm.shared_deal_ids() to aura_rep, aura_manager, aura_owner;

create function crm.refresh_deal_tokens() returns trigger
language plpgsql volatile security definer set search_path = '' as $$
declare
  renamed uuid[];
begin
  select array_agg(n.id) into renamed
    from new_rows n join old_rows o on o.tenant_id = n.tenant_id and o.id = n.id where o.name is distinct from n.name;
  if renamed is null then
    return null;
  end if;
  perform search.replace_tokens('deal', d.id, d.owner_id, pg_catalog.concat_ws(E'\n', d.name, crm.organization_name(d.organization_id)))
     from crm.deals d where d.tenant_id = app.tenant_id() and d.organization_id = any (renamed) and d.deleted_at is null;
  return null;
end
$$;
comment on function crm.refresh_deal_tokens() is 'Renaming an organization renames it in the words of its deals, in the same transaction.';
grant execute on function crm.refresh_deal_tokens() to aura_owner;

create function crm.index_changed_deals() returns trigger
language plpgsql volatile security definer set search_path = '' as $$
begin
  perform search.replace_tokens('deal', n.id, n.owner_id,
            case when n.deleted_at is null then pg_catalog.concat_ws(E'\n', n.name, crm.organization_name(n.organization_id)) end)
     from new_rows n join old_rows o on o.tenant_id = n.tenant_id and o.id = n.id
    where (n.name, n.organization_id, n.owner_id, n.deleted_at) is distinct from (o.name, o.organization_id, o.owner_id, o.deleted_at);
  return null;
end
$$;
comment on function crm.index_changed_deals() is 'Keeps the words of deals in step. Most changes of a deal (stage, amount, next step) change none of its words.';
grant execute on function crm.index_changed_deals() to aura_owner;

create function crm.record_stage_change() returns trigger
language plpgsql volatile security definer set search_path = '' as $$
begin
  if tg_op = 'INSERT' then
    insert into crm.stage_changes (tenant_id, deal_id, to_stage_id, to_stage_name, to_probability, to_status, reason, changed_at)
    select n.tenant_id, n.id, n.stage_id, s.name, n.probability, n.status, n.stage_reason, n.stage_entered_at
      from new_rows n join crm.stages s on s.tenant_id = n.tenant_id and s.id = n.stage_id;
  else
    -- Apart, and ids alone: with the tenant in the join the planner expects two rows and compares each with each.
    with moved as materialized (
      select n.id, o.stage_id as was_stage_id, o.closed_stage_name as was_stage_name, o.probability as was_probability
        from new_rows n join old_rows o on o.id = n.id
       where o.stage_id <> n.stage_id
    )
    insert into crm.stage_changes (tenant_id, deal_id, from_stage_id, from_stage_name, from_probability, to_stage_id, to_stage_name, to_probability, to_status, reason, changed_at)
    select n.tenant_id, n.id, m.was_stage_id, coalesce(m.was_stage_name, f.name), m.was_probability, n.stage_id, s.name, n.probability, n.status, n.stage_reason, n.stage_entered_at
      from moved m
      join new_rows n on n.id = m.id
      join crm.stages f on f.tenant_id = n.tenant_id and f.id = m.was_stage_id
      join crm.stages s on s.tenant_id = n.tenant_id and s.id = n.stage_id;
  end if;
  return null;
end
$$;
grant execute on function crm.record_stage_change() to aura_owner;

create function crm.sum_line_items() returns trigger
language plpgsql volatile security definer set search_path = '' as $$
declare
  touched uuid[];
begin
  if tg_op = 'INSERT' then
    select array_agg(distinct deal_id) into touched from new_rows;
  elsif tg_op = 'DELETE' then
    select array_agg(distinct deal_id) into touched from old_rows;
  else
    select array_agg(distinct deal_id) into touched from (select deal_id from new_rows union select deal_id from old_rows) both_rows;
  end if;
  if touched is null then
    return null;
  end if;
  -- Two people who add lines at once take turns here, so that the later sum sees the earlier line.
  perform from crm.deals d where d.tenant_id = app.tenant_id() and d.id = any (touched) order by d.id for no key update;
  update crm.deals d
     set amount_source = case when t.lines = 0 then 'manual' else 'items' end,
         amount_minor = case when t.lines = 0 then d.amount_minor else t.net end,
         net_minor = t.net, discount_minor = t.discount, tax_minor = t.tax, gross_minor = t.gross, cost_minor = t.cost, margin_minor = t.margin
    from (
      select ids.deal_id, count(i.id) as lines, sum(i.net_minor)::bigint as net, sum(i.discount_minor)::bigint as discount, sum(i.tax_minor)::bigint as tax,
             sum(i.gross_minor)::bigint as gross, sum(i.cost_minor)::bigint as cost, sum(i.margin_minor)::bigint as margin
        from pg_catalog.unnest(touched) as ids (deal_id)
        left join crm.line_items i on i.tenant_id = app.tenant_id() and i.deal_id = ids.deal_id
       group by ids.deal_id
    ) t
   where d.tenant_id = app.tenant_id() and d.id = t.deal_id
     and (d.net_minor, d.discount_minor, d.tax_minor, d.gross_minor, d.cost_minor, d.margin_minor, d.amount_source)
         is distinct from (t.net, t.discount, t.tax, t.gross, t.cost, t.margin, case when t.lines = 0 then 'manual' else 'items' end);
  return null;
end
$$;
comment on function crm.sum_line_items() is 'F14.7, F14.9: a deal''s totals are the sums of its rounded lines, and its amount the sum of their nets.';
grant execute on function crm.sum_line_items() to aura_owner;
