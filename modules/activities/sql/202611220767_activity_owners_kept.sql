-- as: aura_owner
create trigger y_owners_insert after insert on crm.activities referencing new table as new_rows
  for each statement execute function crm.add_activity_owners();
create trigger y_owners_update after update of contact_id on crm.activities
  for each row when (old.contact_id is distinct from new.contact_id) execute function crm.move_activity_owner();
create trigger y_activities_owner after update of owner_id on crm.contacts
  for each row when (old.owner_id is distinct from new.owner_id) execute function crm.give_activities('contact');
create trigger y_activities_owner after update of owner_id on crm.deals
  for each row when (old.owner_id is distinct from new.owner_id) execute function crm.give_activities('deal');
