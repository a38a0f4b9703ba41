-- as: aura_owner
-- Who sees and writes what. A rep: deals they own, collaborate on, or that a manager shared with them (F9.4).

select app_admin.protect('crm.deals', 'owned', 'deal',
  '{name,amount_minor,currency,stage_id,probability,close_date,opened_on,stage_reason,closed_at,lost_reason,notes,organization_id,next_step,next_step_on,escalated_at,escalated_by,custom_fields,external_id,deleted_at}',
  manager_writable => '{owner_id}', insert_only => '{pipeline_id,stage_entered_at,import_id}', shared_by => 'crm.shared_deal_ids()');
select app_admin.protect('crm.deal_members', 'child:crm.deals:deal_id', 'deal_member', '{}', insert_only => '{deal_id,user_id,kind}', deletable => true);
select app_admin.protect('crm.stage_changes', 'child:crm.deals:deal_id', 'stage_change', '{}', audited => false);
select app_admin.protect('crm.line_items', 'child:crm.deals:deal_id', 'line_item',
  '{product_id,description,position,quantity,unit_price_minor,discount_percent,discount_amount_minor,tax_percent,override_reason,list_price_minor,unit_cost_minor,max_discount_percent,target_margin_percent}',
  insert_only => '{deal_id}', deletable => true);

-- Whom a deal is opened to is not for collaborators to decide: its owner names collaborators, managers share.
drop policy insert_rep on crm.deal_members;
drop policy update_rep on crm.deal_members;
drop policy delete_rep on crm.deal_members;
select app_admin.policy('crm.deal_members', 'insert_rep', 'insert', 'aura_rep', null,
  'tenant_id = (select app.tenant_id()) and kind = ''collaborator'' and exists (select from crm.deals parent where parent.tenant_id = deal_members.tenant_id and parent.id = deal_members.deal_id and parent.owner_id = (select app.user_id()))',
  'The owner names collaborators; only managers share');
select app_admin.policy('crm.deal_members', 'delete_rep', 'delete', 'aura_rep',
  'tenant_id = (select app.tenant_id()) and kind = ''collaborator'' and exists (select from crm.deals parent where parent.tenant_id = deal_members.tenant_id and parent.id = deal_members.deal_id and parent.owner_id = (select app.user_id()))', null,
  'The owner names collaborators; only managers share');
-- History is written by its trigger alone.
drop policy insert_rep on crm.stage_changes;
drop policy update_rep on crm.stage_changes;
drop policy insert_manager on crm.stage_changes;
drop policy update_manager on crm.stage_changes;
revoke insert, update on crm.stage_changes from aura_rep, aura_manager;

select app_admin.policy('crm.deals', 'totals_access', 'all', 'aura_access', 'tenant_id = (select app.tenant_id())', 'tenant_id = (select app.tenant_id())', 'The totals trigger writes sums, in the caller''s tenant');
select app_admin.policy('crm.deal_members', 'shared_access', 'select', 'aura_access', 'tenant_id = (select app.tenant_id())', null, 'crm.shared_deal_ids asks which deals are shared with the caller');
select app_admin.policy('crm.line_items', 'totals_access', 'select', 'aura_access', 'tenant_id = (select app.tenant_id())', null, 'The totals trigger sums lines');
select app_admin.policy('crm.stages', 'history_access', 'select', 'aura_access', 'tenant_id = (select app.tenant_id())', null, 'The history trigger copies stage names');
select app_admin.policy('crm.stage_changes', 'history_access', 'insert', 'aura_access', null, 'tenant_id = (select app.tenant_id())', 'The history trigger writes moves');
grant select (tenant_id, id, name, organization_id, owner_id, deleted_at, amount_minor, amount_source, net_minor, discount_minor, tax_minor, gross_minor, cost_minor, margin_minor),
  update (amount_minor, amount_source, net_minor, discount_minor, tax_minor, gross_minor, cost_minor, margin_minor) on crm.deals to aura_access;
grant select (tenant_id, deal_id, user_id) on crm.deal_members to aura_access;
grant select (tenant_id, id, deal_id, net_minor, discount_minor, tax_minor, gross_minor, cost_minor, margin_minor) on crm.line_items to aura_access;
grant select (tenant_id, id, pipeline_id, name, kind, probability) on crm.stages to aura_access;
grant insert (tenant_id, deal_id, from_stage_id, from_stage_name, from_probability, to_stage_id, to_stage_name, to_probability, to_status, reason, changed_at) on crm.stage_changes to aura_access;

select app_admin.policy('core.events', 'select_rep_deal', 'select', 'aura_rep',
  'tenant_id = (select app.tenant_id()) and entity = ''deal'' and exists (select from crm.deals d where d.tenant_id = events.tenant_id and d.id = events.entity_id)', null,
  'A deal''s timeline is seen with the deal');
select app_admin.policy('search.tokens', 'select_rep_deal', 'select', 'aura_rep',
  'tenant_id = (select app.tenant_id()) and entity = ''deal'' and record_id = any (array(select crm.shared_deal_ids()))', null, 'F9.4: shared deals are found too');

create trigger y_search_insert after insert on crm.deals referencing new table as new_rows
  for each statement execute function search.index_rows('deal', 'concat_ws(E''\n'', n.name, crm.organization_name(n.organization_id))', 'n.owner_id');
-- By row, and only where a word or its reader changed: most changes (stage, amount, next step) cost nothing here.
create trigger y_search_update after update on crm.deals for each row
  when ((old.name, old.organization_id, old.owner_id, old.deleted_at) is distinct from (new.name, new.organization_id, new.owner_id, new.deleted_at))
  execute function crm.index_deal();
create trigger y_search_deals after update on crm.organizations referencing old table as old_rows new table as new_rows
  for each statement execute function crm.refresh_deal_tokens();
