-- as: aura_context
-- What one transaction writes within a millisecond, such as the events of one change, keeps its order: RFC 9562 lets the bits behind
-- the version say the part of the millisecond.
create or replace function app.uuid_v7() returns uuid
language sql volatile parallel safe set search_path = '' as $$
  -- 48 bits of milliseconds and 12 of their 4096th parts, then random: PostgreSQL has uuidv7() only from 18 on.
  select (overlay(lpad(to_hex(floor(extract(epoch from clock_timestamp()) * 4096000)::bigint), 15, '0') placing '7' from 13 for 0)
          || right(gen_random_uuid()::text, 17))::uuid
$$;
