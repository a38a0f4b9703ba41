-- as: aura_owner
-- As of contacts: the organizations and the owners of a statement's deals are looked up by the statement.
drop trigger y_search_insert on crm.deals;
create trigger y_search_insert after insert on crm.deals referencing new table as new_rows
  for each statement execute function search.index_rows('deal',
    'concat_ws(E''\n'', n.name, (select o.name from crm.organizations o where o.tenant_id = n.tenant_id and o.id = n.organization_id))', 'n.owner_id');
drop trigger b_owner on crm.deals;
create trigger b_owner before update of owner_id on crm.deals for each row execute function crm.refuse_deactivated_owner();
create trigger b_owner_insert after insert on crm.deals referencing new table as new_rows
  for each statement execute function crm.refuse_deactivated_owners();
