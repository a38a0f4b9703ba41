import { defineArchivePart, linked, made, person } from '@aura/exchange';

/** What is private stays its owner's, and out of what an admin takes along. */
export const savedViewArchive = defineArchivePart({
  name: 'savedViews',
  label: 'Shared views',
  table: 'core.saved_views',
  where: `t.visibility = 'shared' and t.deleted_at is null`,
  isLater: true,
  columns: ['entity', 'name', 'visibility', linked('address'), person('owner_id'), ...made],
});
