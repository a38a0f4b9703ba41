-- One tenant of the bench: people, stages, organizations, contacts, deals. Triggers and foreign keys are off meanwhile
-- (session_replication_role), so what triggers would write is written here too.

create procedure bench.fill_people(tenant int, slug text, reps int)
language plpgsql as $$
declare
  t uuid := bench.id('0', tenant, 0, 0);
begin
  insert into core.tenants (id, slug, name) values (t, slug, initcap(slug) || ' Ltd');
  insert into identity.users (id, email, name, email_verified_at)
  select bench.id('a', tenant, n, 0), case n when 0 then 'manager' else 'rep' || n end || '@' || slug || '.example',
         case n when 0 then 'Mara Manager' else 'Rep ' || n end, now()
    from generate_series(0, reps) n;
  insert into core.memberships (tenant_id, user_id, role, name, email)
  select t, bench.id('a', tenant, n, 0), case n when 0 then 'manager' else 'sales_rep' end, u.name, u.email
    from generate_series(0, reps) n join identity.users u on u.id = bench.id('a', tenant, n, 0);
  insert into crm.pipelines (tenant_id, id, name, is_default, created_by, updated_by) values (t, bench.id('b', tenant, 0, 0), 'Sales', true, bench.id('a', tenant, 0, 0), null);
  insert into crm.stages (tenant_id, id, pipeline_id, name, kind, probability, expected_days, position, created_by, updated_by)
  select t, bench.id('5', tenant, s.n, 0), bench.id('b', tenant, 0, 0), s.name, s.kind, s.probability, s.days, s.n, bench.id('a', tenant, 0, 0), null
    from (values (1, 'Prospect', 'open', 10, 21), (2, 'Qualified', 'open', 25, 21), (3, 'Proposal', 'open', 50, 14),
                 (4, 'Negotiation', 'open', 75, 14), (5, 'Won', 'won', 100, null), (6, 'Lost', 'lost', 0, null)) s (n, name, kind, probability, days);
end
$$;

-- Every fiftieth record belongs to the first rep, the rest to all others.
create function bench.owner(tenant int, number bigint, reps int) returns uuid
language sql volatile as $$
  select bench.id('a', tenant, case when number % 50 = 0 or reps < 2 then 1 else 2 + floor((reps - 1) * random())::int end, 0)
$$;

create procedure bench.fill_organizations(tenant int, amount int, reps int)
language plpgsql as $$
begin
  insert into crm.organizations (tenant_id, id, name, industry, location, website, owner_id, created_at, updated_at, created_by, updated_by)
  select bench.id('0', tenant, 0, 0), bench.id('e', tenant, n, 0), o.name, null, bench.pick(bench.words_of('city'), 1.5),
         'https://www.' || lower(replace(o.name, ' ', '')) || '.example', bench.owner(tenant, n, reps), now(), now(), bench.id('a', tenant, 0, 0), bench.id('a', tenant, 0, 0)
    from generate_series(0, amount - 1) n,
         lateral (select a.list[1 + (n % 60)] || ' ' || b.list[1 + ((n / 60 + n) % 60)] || ' ' || f.list[1 + ((n / 3600) % 15)] as name
                    from bench.words a, bench.words b, bench.words f where a.kind = 'adjective' and b.kind = 'noun' and f.kind = 'form') o;
  insert into search.tokens (tenant_id, entity, token, record_id)
  select o.tenant_id, 'organization', w, o.id
    from crm.organizations o, unnest(search.tokenize(concat_ws(E'\n', o.name, o.website, o.location))) w where o.tenant_id = bench.id('0', tenant, 0, 0);
end
$$;

create procedure bench.fill_contacts(tenant int, amount int, reps int, organizations int, first_millis bigint, step_millis bigint)
language plpgsql as $$
declare
  firsts text[] := bench.words_of('first');
  lasts text[] := bench.words_of('last');
  titles text[] := bench.words_of('title');
begin
  insert into core.custom_field_definitions (tenant_id, entity, key, label, type, options, position, created_by, updated_by)
  select bench.id('0', tenant, 0, 0), 'contact', f.key, f.label, f.type, f.options::jsonb, f.position, bench.id('a', tenant, 0, 0), bench.id('a', tenant, 0, 0)
    from (values ('leadSource', 'Lead source', 'select', '["Website", "Referral", "Fair", "Cold call", "Partner"]', 1), ('seats', 'Seats', 'number', '[]', 2))
      f (key, label, type, options, position);
  insert into crm.contacts (tenant_id, id, first_name, last_name, email, phone, title, organization_id, owner_id, created_at, updated_at, created_by, updated_by, deleted_at, custom_fields)
  select bench.id('0', tenant, 0, 0), bench.id('c', tenant, p.n, p.millis), initcap(p.first), p.last,
         lower(p.first || '.' || p.last) || p.n || '@' || lower(replace(o.name, ' ', '')) || '.example',
         '+' || (30 + p.n % 60) || ' ' || (100 + p.n * 7 % 900) || ' ' || (1000000 + p.n * 7919 % 9000000), p.title, o.id, p.owner,
         to_timestamp(p.millis / 1000.0), to_timestamp(p.millis / 1000.0 + random() * 8640000), bench.id('a', tenant, 0, 0), bench.id('a', tenant, 0, 0),
         case when p.n % 67 = 1 then now() end,
         case when p.n % 10 = 0 and p.n % 50 > 0 then '{}' else jsonb_build_object('leadSource', (array['Website', 'Referral', 'Fair', 'Cold call', 'Partner'])[1 + floor(5 * power(random(), 1.5))::int], 'seats', floor(1000 * power(random(), 2))) end
    from (select n, first_millis + n * step_millis as millis, bench.pick(firsts, 1.7) as first, bench.pick(lasts, 2) as last,
                 bench.pick(titles, 1.2) as title, floor(organizations * power(random(), 1.5))::int as organization, bench.owner(tenant, n, reps) as owner
            from generate_series(1::bigint, amount) n) p
    join crm.organizations o on o.tenant_id = bench.id('0', tenant, 0, 0) and o.id = bench.id('e', tenant, p.organization, 0)
   order by p.n;
  insert into search.tokens (tenant_id, entity, token, record_id, owner_id, sort_name)
  select c.tenant_id, 'contact', w, c.id, c.owner_id, c.name_norm
    from crm.contacts c join crm.organizations o on o.tenant_id = c.tenant_id and o.id = c.organization_id,
         unnest(search.tokenize(concat_ws(E'\n', c.first_name, c.last_name, c.email, c.phone, c.phone_norm, ltrim(c.phone_norm, '0'), c.title, o.name))) w
   where c.tenant_id = bench.id('0', tenant, 0, 0) and c.deleted_at is null;
  insert into search.custom_values (tenant_id, entity, record_id, field_key, place, text_value, number_value, owner_id, is_archived)
  select c.tenant_id, 'contact', c.id, v.field_key, v.place, v.text_value, v.number_value, c.owner_id, c.deleted_at is not null
    from crm.contacts c, search.custom_value_rows(c.custom_fields) v where c.tenant_id = bench.id('0', tenant, 0, 0) and c.custom_fields <> '{}';
  insert into crm.contact_shares (tenant_id, contact_id, user_id, created_by)
  select c.tenant_id, c.id, bench.id('a', tenant, 1, 0), bench.id('a', tenant, 0, 0)
    from crm.contacts c where c.tenant_id = bench.id('0', tenant, 0, 0) and c.owner_id <> bench.id('a', tenant, 1, 0) order by md5(c.id::text) limit 50;
end
$$;

create procedure bench.fill_deals(tenant int, amount int, reps int, organizations int, first_millis bigint, step_millis bigint)
language plpgsql as $$
declare
  subjects text[] := bench.words_of('subject');
  reasons text[] := array['Price too high', 'No decision', 'Lost to a competitor', 'Bad timing', 'No budget', 'Missing feature'];
  last_at timestamptz := to_timestamp((first_millis + amount * step_millis) / 1000.0);
begin
  insert into crm.deals (tenant_id, id, name, amount_minor, amount_source, net_minor, discount_minor, tax_minor, gross_minor, currency, pipeline_id, stage_id, status, probability, close_date, opened_on, stage_entered_at,
                         closed_at, closed_stage_name, closed_probability, closed_from_stage_id, lost_reason, organization_id, owner_id, next_step, next_step_on,
                         created_at, updated_at, created_by, updated_by, deleted_at)
  select bench.id('0', tenant, 0, 0), bench.id('d', tenant, p.n, p.millis), o.name || ' ' || p.subject, p.amount, case when p.has_line then 'items' else 'manual' end,
         case when p.has_line then p.amount end, case when p.has_line then 0 end, case when p.has_line then 0 end, case when p.has_line then p.amount end, case when p.n % 7 = 0 then 'EUR' else 'USD' end, bench.id('b', tenant, 0, 0), s.id, s.kind, s.probability,
         -- Closed after fifty days; what is open is expected within half a year, and some of it is overdue.
         case when s.kind = 'open' then last_at::date - 30 + (p.n / 10 % 210)::int else (p.opened + interval '50 days')::date end, p.opened::date,
         case when s.kind = 'open' then greatest(p.opened, last_at - (p.n / 10 % 40) * interval '1 day') else p.opened + interval '50 days' end,
         case when s.kind <> 'open' then p.opened + interval '50 days' end, case when s.kind <> 'open' then s.name end, case when s.kind <> 'open' then s.probability end,
         case when s.kind <> 'open' then bench.id('5', tenant, 1 + p.n % 4, 0) end, case when s.kind = 'lost' and p.n % 20 > 0 then bench.pick(reasons, 1.6) end, o.id, p.owner,
         case when s.kind = 'open' and p.n % 3 > 0 then 'Call back' end, case when s.kind = 'open' and p.n % 3 > 0 then current_date + (p.n % 60)::int - 10 end,
         p.opened, p.opened + random() * interval '100 days', bench.id('a', tenant, 0, 0), bench.id('a', tenant, 0, 0),
         case when p.n % 67 = 1 and p.n % 10 > 0 then now() end
    from (select n, first_millis + n * step_millis as millis, to_timestamp((first_millis + n * step_millis) / 1000.0) as opened,
                 bench.pick(subjects, 1.3) as subject, (100000 * power(random(), 3) * 100)::bigint + 10000 as amount,
                 floor(organizations * power(random(), 1.5))::int as organization, bench.owner(tenant, n, reps) as owner,
                 n % 20 = 0 as has_line,
                 -- Every tenth is open and not archived, so that load scripts can move it; the years before are won or lost.
                 case when n % 10 = 0 then 1 + floor(4 * random())::int else (array[5, 5, 5, 6, 6])[1 + floor(5 * random())::int] end as stage
            from generate_series(1::bigint, amount) n) p
    join crm.stages s on s.tenant_id = bench.id('0', tenant, 0, 0) and s.id = bench.id('5', tenant, p.stage, 0)
    join crm.organizations o on o.tenant_id = bench.id('0', tenant, 0, 0) and o.id = bench.id('e', tenant, p.organization, 0)
   order by p.n;
  -- Of tables that have just been filled the planner knows too little to join them.
  if amount > 1000 then
    analyze crm.contacts, crm.deals;
  end if;
  insert into crm.line_items (tenant_id, id, deal_id, description, position, quantity, unit_price_minor, net_minor, discount_minor, tax_minor, gross_minor, created_by, updated_by)
  select d.tenant_id, bench.id('f', tenant, row_number() over (), 0), d.id, 'Licences', 1, 1, d.amount_minor, d.amount_minor, 0, 0, d.amount_minor, d.owner_id, d.owner_id
    from crm.deals d where d.tenant_id = bench.id('0', tenant, 0, 0) and d.amount_source = 'items';
  insert into crm.deal_contacts (tenant_id, id, deal_id, contact_id, created_by)
  select d.tenant_id, bench.id('9', tenant, d.n, 0), d.id, c.id, d.owner_id
    from (select deal.*, row_number() over (order by deal.id) as n from crm.deals deal where deal.tenant_id = bench.id('0', tenant, 0, 0) and deal.status = 'open') d
    join (select contact.tenant_id, contact.id, row_number() over (order by contact.id) as n from crm.contacts contact where contact.tenant_id = bench.id('0', tenant, 0, 0)) c
      on c.n = d.n;
  insert into search.tokens (tenant_id, entity, token, record_id, owner_id)
  select d.tenant_id, 'deal', w, d.id, d.owner_id
    from crm.deals d join crm.organizations o on o.tenant_id = d.tenant_id and o.id = d.organization_id,
         unnest(search.tokenize(concat_ws(E'\n', d.name, o.name))) w
   where d.tenant_id = bench.id('0', tenant, 0, 0) and d.deleted_at is null;
  insert into crm.deal_members (tenant_id, deal_id, user_id, kind, created_by)
  select d.tenant_id, d.id, bench.id('a', tenant, 1, 0), 'shared', bench.id('a', tenant, 0, 0)
    from crm.deals d where d.tenant_id = bench.id('0', tenant, 0, 0) and d.owner_id <> bench.id('a', tenant, 1, 0) order by md5(d.id::text) limit 30;
end
$$;
