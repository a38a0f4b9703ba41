-- as: aura_owner
create trigger x_distinctions after update of deleted_at on crm.contacts
  for each row when (old.deleted_at is null and new.deleted_at is not null) execute function crm.forget_distinctions();
