-- as: aura_access
-- Merging and taking it back. Both functions ask themselves whether the person may: managers and admins any two contacts of
-- the tenant, a rep two of their own. Fields of the contact that stays are written by the person, under their own policies.

create or replace function crm.contact_document(contact crm.contacts) returns text
language sql stable security definer set search_path = '' as $$
  -- One value per line, so that no phone number runs into its neighbour. Digits also without a trunk zero, and
  -- without a country code (search-query.ts takes both off what is asked). Whoever looks for what a merged contact was called finds the one that stands for it.
  select pg_catalog.concat_ws(E'\n', contact.first_name, contact.last_name, contact.email, contact.phone, contact.phone_norm,
    pg_catalog.ltrim(contact.phone_norm, '0'), crm.national_number(contact.phone), contact.title, crm.organization_name(contact.organization_id),
    case when contact.merged_count > 0 then
      (select pg_catalog.string_agg(crm.contact_document(c), E'\n' order by c.id) from crm.contacts c
        where c.tenant_id = contact.tenant_id and c.merged_into_id = contact.id) end)
$$;

create function crm.require_mergeable(p_winner uuid, p_loser uuid) returns void
language plpgsql volatile set search_path = '' as $$
declare
  sees_all boolean := app.has_role('admin', 'manager');
  mine uuid := app.user_id();
  found_rows int;
begin
  -- In the order of their ids, so that two merges of the same pair wait for each other instead of for ever.
  perform from crm.contacts c where c.tenant_id = app.tenant_id() and c.id in (p_winner, p_loser) order by c.id for update;
  select pg_catalog.count(*) into found_rows from crm.contacts c
   where c.tenant_id = app.tenant_id() and c.id in (p_winner, p_loser) and (sees_all or c.owner_id = mine);
  if found_rows <> 2 then
    raise exception 'only managers merge contacts of others' using errcode = '42501';
  end if;
end
$$;

create function crm.take_deal_links(p_winner uuid, p_loser uuid) returns jsonb
language plpgsql volatile set search_path = '' as $$
declare
  joined jsonb;
  moved jsonb;
begin
  -- A deal that knows both keeps one link; a part that only the other had is taken over.
  with gone as (
    delete from crm.deal_contacts l using crm.deal_contacts w
     where l.tenant_id = app.tenant_id() and l.contact_id = p_loser
       and w.tenant_id = l.tenant_id and w.contact_id = p_winner and w.deal_id = l.deal_id
    returning pg_catalog.to_jsonb(l) as link, w.id as kept, w.role as was, coalesce(w.role, l.role) as becomes
  )
  select coalesce(pg_catalog.jsonb_agg(pg_catalog.jsonb_build_object('link', g.link, 'kept', g.kept, 'role', pg_catalog.jsonb_build_array(g.was, g.becomes))), '[]')
    into joined from gone g;
  update crm.deal_contacts w set role = j.value -> 'role' ->> 1
    from pg_catalog.jsonb_array_elements(joined) j
   where w.tenant_id = app.tenant_id() and w.id = (j.value ->> 'kept')::uuid and w.role is distinct from j.value -> 'role' ->> 1;
  with came as (
    update crm.deal_contacts l set contact_id = p_winner where l.tenant_id = app.tenant_id() and l.contact_id = p_loser returning l.id
  )
  select coalesce(pg_catalog.jsonb_agg(c.id), '[]') into moved from came c;
  return pg_catalog.jsonb_build_object('joined', joined, 'moved', moved);
end
$$;

create function crm.take_shares(p_winner uuid, p_loser uuid, p_sharing text) returns jsonb
language plpgsql volatile set search_path = '' as $$
declare
  gone jsonb := '[]';
  came jsonb := '[]';
begin
  if p_sharing = 'other' then
    with taken as (
      delete from crm.contact_shares s where s.tenant_id = app.tenant_id() and s.contact_id = p_winner
         and not exists (select from crm.contact_shares o where o.tenant_id = s.tenant_id and o.contact_id = p_loser and o.user_id = s.user_id)
      returning pg_catalog.to_jsonb(s) as share
    )
    select coalesce(pg_catalog.jsonb_agg(t.share), '[]') into gone from taken t;
  end if;
  if p_sharing <> 'this' then
    with given as (
      insert into crm.contact_shares (contact_id, user_id)
      select p_winner, s.user_id from crm.contact_shares s where s.tenant_id = app.tenant_id() and s.contact_id = p_loser
      on conflict do nothing returning user_id
    )
    select coalesce(pg_catalog.jsonb_agg(g.user_id), '[]') into came from given g;
  end if;
  return pg_catalog.jsonb_build_object('sharing', p_sharing, 'shared', came, 'unshared', gone);
end
$$;

-- The trigger of the words compares old and new row; who is merged into the contact stands in neither.
create function crm.count_merged(p_contact uuid, p_change int) returns void
language plpgsql volatile set search_path = '' as $$
begin
  update crm.contacts c set merged_count = c.merged_count + p_change where c.tenant_id = app.tenant_id() and c.id = p_contact;
  perform search.replace_tokens('contact', c.id, c.owner_id, crm.contact_document(c))
     from crm.contacts c where c.tenant_id = app.tenant_id() and c.id = p_contact;
end
$$;

create function crm.merge_contacts(p_winner uuid, p_loser uuid, p_taken text[], p_sharing text) returns crm.contact_merges
language plpgsql volatile security definer set search_path = '' as $$
declare
  winner crm.contacts;
  loser crm.contacts;
  changes jsonb;
  activities jsonb;
  made crm.contact_merges;
begin
  perform crm.require_mergeable(p_winner, p_loser);
  select * into winner from crm.contacts c where c.tenant_id = app.tenant_id() and c.id = p_winner;
  select * into loser from crm.contacts c where c.tenant_id = app.tenant_id() and c.id = p_loser;
  if winner.deleted_at is not null or loser.deleted_at is not null then
    raise exception 'an archived contact is not merged' using errcode = 'P0001', constraint = 'contacts_merged';
  end if;
  select coalesce(pg_catalog.jsonb_object_agg(t.key, pg_catalog.jsonb_build_array(v.winners -> t.key, v.losers -> t.key)), '{}') into changes
    from (select crm.contact_values(winner) as winners, crm.contact_values(loser) as losers) v, pg_catalog.unnest(p_taken) t (key)
   where v.winners -> t.key is distinct from v.losers -> t.key;

  with came as (
    update crm.activities a set contact_id = p_winner where a.tenant_id = app.tenant_id() and a.contact_id = p_loser returning a.id
  )
  select coalesce(pg_catalog.jsonb_agg(c.id), '[]') into activities from came c;
  insert into crm.contact_merges (winner_id, loser_id, changes, links, loser)
  values (p_winner, p_loser, changes,
          pg_catalog.jsonb_build_object('activities', activities) || crm.take_deal_links(p_winner, p_loser) || crm.take_shares(p_winner, p_loser, p_sharing),
          pg_catalog.to_jsonb(loser))
  returning * into made;
  update crm.contacts c set deleted_at = pg_catalog.now(), merged_into_id = p_winner where c.tenant_id = app.tenant_id() and c.id = p_loser;
  perform crm.count_merged(p_winner, 1);
  return made;
end
$$;
comment on function crm.merge_contacts(uuid, uuid, text[], text) is
  'F7.8: archives the second contact and gives what hangs on it to the first. Answers what was done; the fields taken are written by the caller.';
grant execute on function crm.merge_contacts(uuid, uuid, text[], text) to aura_rep, aura_manager;

-- A link that two merged contacts had stands for the one that stays as long as one of them does.
create function crm.return_moved_link(p_merge crm.contact_merges, p_link uuid) returns boolean
language plpgsql volatile set search_path = '' as $$
declare
  other record;
  heir uuid;
begin
  update crm.deal_contacts l set contact_id = p_merge.loser_id
   where l.tenant_id = p_merge.tenant_id and l.id = p_link and l.contact_id = p_merge.winner_id;
  if not found then
    return false;
  end if;
  for other in
    select m.id, j.value as entry from crm.contact_merges m, pg_catalog.jsonb_array_elements(m.links -> 'joined') j
     where m.tenant_id = p_merge.tenant_id and m.winner_id = p_merge.winner_id and m.undone_at is null and m.id <> p_merge.id
       and j.value ->> 'kept' = p_link::text order by m.id
  loop
    update crm.deal_contacts l set role = other.entry -> 'role' ->> 0
     where l.tenant_id = p_merge.tenant_id and l.id = p_link and l.role is not distinct from other.entry -> 'role' ->> 1;
    if heir is null then
      insert into crm.deal_contacts select (pg_catalog.jsonb_populate_record(null::crm.deal_contacts,
        other.entry -> 'link' || pg_catalog.jsonb_build_object('contact_id', p_merge.winner_id))).* returning id into heir;
    end if;
    update crm.contact_merges m
       set links = m.links || pg_catalog.jsonb_build_object(
             'joined', (select coalesce(pg_catalog.jsonb_agg(case when e.value ->> 'kept' = p_link::text then e.value || pg_catalog.jsonb_build_object('kept', heir) else e.value end), '[]')
                          from pg_catalog.jsonb_array_elements(m.links -> 'joined') e where e.value -> 'link' ->> 'id' <> heir::text),
             'moved', m.links -> 'moved' || case when other.entry -> 'link' ->> 'id' = heir::text then pg_catalog.to_jsonb(heir) else '[]' end)
     where m.tenant_id = p_merge.tenant_id and m.id = other.id;
  end loop;
  return true;
end
$$;

create function crm.return_joined_link(p_merge crm.contact_merges, p_entry jsonb) returns boolean
language plpgsql volatile set search_path = '' as $$
begin
  update crm.deal_contacts l
     set role = case when l.role is not distinct from p_entry -> 'role' ->> 1 then p_entry -> 'role' ->> 0 else l.role end
   where l.tenant_id = p_merge.tenant_id and l.contact_id = p_merge.winner_id and l.deal_id = (p_entry -> 'link' ->> 'deal_id')::uuid;
  if not found then
    return false; -- whoever took the person off the deal meant both
  end if;
  insert into crm.deal_contacts select (pg_catalog.jsonb_populate_record(null::crm.deal_contacts, p_entry -> 'link')).* on conflict do nothing;
  return true;
end
$$;

create function crm.return_shares(p_merge crm.contact_merges) returns void
language plpgsql volatile set search_path = '' as $$
declare
  given uuid;
  heir uuid;
begin
  for given in select (u.value #>> '{}')::uuid from pg_catalog.jsonb_array_elements(p_merge.links -> 'shared') u loop
    select m.id into heir from crm.contact_merges m join crm.contact_shares s on s.tenant_id = m.tenant_id and s.contact_id = m.loser_id and s.user_id = given
     where m.tenant_id = p_merge.tenant_id and m.winner_id = p_merge.winner_id and m.undone_at is null and m.id <> p_merge.id
       and m.links ->> 'sharing' <> 'this' order by m.id limit 1;
    if heir is null then
      delete from crm.contact_shares s where s.tenant_id = p_merge.tenant_id and s.contact_id = p_merge.winner_id and s.user_id = given;
    else
      update crm.contact_merges m set links = pg_catalog.jsonb_set(m.links, '{shared}', m.links -> 'shared' || pg_catalog.to_jsonb(given))
       where m.tenant_id = p_merge.tenant_id and m.id = heir;
    end if;
  end loop;
  insert into crm.contact_shares
  select (pg_catalog.jsonb_populate_record(null::crm.contact_shares, s.value)).* from pg_catalog.jsonb_array_elements(p_merge.links -> 'unshared') s
  on conflict do nothing;
end
$$;

create function crm.unmerge_contacts(p_merge uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  merge crm.contact_merges;
  activities int;
  links int;
begin
  select * into merge from crm.contact_merges m where m.tenant_id = app.tenant_id() and m.id = p_merge;
  perform crm.require_mergeable(merge.winner_id, merge.loser_id);
  update crm.contact_merges m set undone_at = pg_catalog.now(), undone_by = app.user_id()
   where m.tenant_id = app.tenant_id() and m.id = p_merge and m.undone_at is null returning * into merge;
  if not found then
    raise exception 'the merge was taken back' using errcode = 'P0001', constraint = 'contact_merges_undone_state';
  end if;
  if exists (select from crm.contacts c where c.tenant_id = merge.tenant_id and c.id = merge.winner_id and c.deleted_at is not null) then
    raise exception 'what came over went on with it' using errcode = 'P0001', constraint = 'contacts_merged';
  end if;
  update crm.activities a set contact_id = merge.loser_id
   where a.tenant_id = merge.tenant_id and a.contact_id = merge.winner_id
     and a.id = any (array(select (i.value #>> '{}')::uuid from pg_catalog.jsonb_array_elements(merge.links -> 'activities') i));
  get diagnostics activities = row_count;
  select pg_catalog.count(*) filter (where r.done) into links from (
    select crm.return_moved_link(merge, (i.value #>> '{}')::uuid) as done from pg_catalog.jsonb_array_elements(merge.links -> 'moved') i
    union all
    select crm.return_joined_link(merge, e.value) from pg_catalog.jsonb_array_elements(merge.links -> 'joined') e) r;
  perform crm.return_shares(merge);
  -- A later merge began from what this one left: now it began from what was there before.
  update crm.contact_merges m set changes = m.changes || passed.pairs
    from (select later.id, pg_catalog.jsonb_object_agg(c.key, pg_catalog.jsonb_build_array(c.value -> 0, later.changes -> c.key -> 1)) as pairs
            from pg_catalog.jsonb_each(merge.changes) c
            cross join lateral (select n.id, n.changes from crm.contact_merges n
              where n.tenant_id = merge.tenant_id and n.winner_id = merge.winner_id and n.undone_at is null and n.id > merge.id and n.changes ? c.key
              order by n.id limit 1) later
           where later.changes -> c.key -> 0 is not distinct from c.value -> 1
           group by later.id) passed
   where m.tenant_id = merge.tenant_id and m.id = passed.id;
  update crm.contacts c set deleted_at = null, merged_into_id = null where c.tenant_id = merge.tenant_id and c.id = merge.loser_id;
  perform crm.count_merged(merge.winner_id, -1);
  return pg_catalog.jsonb_build_object('activities', activities, 'links', links);
end
$$;
comment on function crm.unmerge_contacts(uuid) is
  'Takes a merge back: the other contact is live again with what came from it, except for what was removed since. The caller has restored the fields.';
grant execute on function crm.unmerge_contacts(uuid) to aura_rep, aura_manager;
