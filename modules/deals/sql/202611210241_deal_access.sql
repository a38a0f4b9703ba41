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

create function crm.index_deal() returns trigger
language plpgsql volatile security definer set search_path = '' as $$
begin
  perform search.replace_tokens('deal', new.id, new.owner_id,
    case when new.deleted_at is null then pg_catalog.concat_ws(E'\n', new.name, crm.organization_name(new.organization_id)) end);
  return null;
end
$$;
comment on function crm.index_deal() is 'The words of one deal, after a change of what they are made of.';
grant execute on function crm.index_deal() to aura_owner;

create function crm.record_first_stage() returns trigger
language plpgsql volatile security definer set search_path = '' as $$
begin
  insert into crm.stage_changes (tenant_id, deal_id, to_stage_id, to_stage_name, to_probability, to_status, reason, changed_at)
  select n.tenant_id, n.id, n.stage_id, s.name, n.probability, n.status, n.stage_reason, n.stage_entered_at
    from new_rows n join crm.stages s on s.tenant_id = n.tenant_id and s.id = n.stage_id;
  return null;
end
$$;
comment on function crm.record_first_stage() is 'Each new deal''s history begins with the stage that it was made in.';

-- By row, and only for rows that moved: joining old and new rows of a bulk change would compare each with each.
create function crm.record_stage_change() returns trigger
language plpgsql volatile security definer set search_path = '' as $$
begin
  insert into crm.stage_changes (tenant_id, deal_id, from_stage_id, from_stage_name, from_probability, to_stage_id, to_stage_name, to_probability, to_status, reason, changed_at)
  select new.tenant_id, new.id, old.stage_id, coalesce(old.closed_stage_name, was.name), old.probability, new.stage_id, now_in.name, new.probability, new.status, new.stage_reason, new.stage_entered_at
    from crm.stages was, crm.stages now_in
   where was.tenant_id = new.tenant_id and was.id = old.stage_id and now_in.tenant_id = new.tenant_id and now_in.id = new.stage_id;
  return null;
end
$$;
comment on function crm.record_stage_change() is 'F8.8: a move, with the names as they are at this moment.';
grant execute on function crm.record_first_stage(), crm.record_stage_change() to aura_owner;

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
