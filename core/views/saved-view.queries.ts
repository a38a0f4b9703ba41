import { type ActorContext, listPage, noteMiss } from '@aura/api';
import { AppError, type Page, type RecordRow, recordOf } from '@aura/kernel';
import { savedViewAbilities } from './saved-view.permissions.ts';
import type { SavedView, SavedViewList } from './saved-view.schema.ts';
import type { ViewAddress, ViewEntity, Visibility } from './saved-view.ts';

const COLUMNS = [
  'view.id',
  'view.version',
  'view.created_at',
  'view.updated_at',
  'view.created_by',
  'view.updated_by',
  'view.deleted_at',
  'view.owner_id',
  'view.entity',
  'view.name',
  'view.visibility',
  'view.address',
] as const;

const SORTS = {
  name: { column: 'view.name', type: 'text' },
  createdAt: { column: 'view.created_at', type: 'timestamptz' },
} as const;

/** One's own 400 at most, and what colleagues share: beyond this the rows of tabs would serve nobody. */
const SHOWN_MAX = 1_000;

export type SavedViewRow = RecordRow & {
  deleted_at: Date | null;
  owner_id: string;
  entity: string;
  name: string;
  visibility: string;
  address: unknown;
};

/** Under the policies: one's own, and what is shared. */
export function viewRows(ctx: ActorContext) {
  return ctx.db.selectFrom('core.saved_views as view').where('view.tenant_id', '=', ctx.actor.tenantId);
}

export function listSavedViews(ctx: ActorContext, input: SavedViewList): Promise<Page<SavedView>> {
  let rows = viewRows(ctx).where('view.deleted_at', input.deleted ? 'is not' : 'is', null);
  if (input.entity) rows = rows.where('view.entity', '=', input.entity);
  if (input.visibility) rows = rows.where('view.visibility', '=', input.visibility);
  return listPage<SavedViewRow, SavedView>(ctx, {
    list: 'savedViews.list',
    rows,
    select: (page: typeof rows) => page.select(COLUMNS),
    sorts: SORTS,
    defaultSort: 'name',
    id: 'view.id',
    input,
    toItem: (row) => toSavedView(ctx, row),
  });
}

/** All that the person sees, of a list or of every list, by name: what tabs and the palette are made of. */
export async function listSavedViewsOf(
  ctx: ActorContext,
  { entity }: { entity?: ViewEntity | undefined },
): Promise<{ items: SavedView[] }> {
  let rows = viewRows(ctx).where('view.deleted_at', 'is', null);
  if (entity) rows = rows.where('view.entity', '=', entity);
  const found = await rows.select(COLUMNS).orderBy('view.name').orderBy('view.id').limit(SHOWN_MAX).execute();
  return { items: found.map((row) => toSavedView(ctx, row)) };
}

export async function getSavedView(ctx: ActorContext, id: string): Promise<SavedView> {
  return toSavedView(ctx, await readSavedView(ctx, id));
}

export async function readSavedView(ctx: ActorContext, id: string): Promise<SavedViewRow> {
  const row = await viewRows(ctx).where('view.id', '=', id).select(COLUMNS).executeTakeFirst();
  return row ?? missing(ctx, id);
}

/** The row, held until the transaction ends. Only for those who may change it: others' rows cannot be held. */
export async function lockSavedView(ctx: ActorContext, id: string): Promise<SavedViewRow> {
  const row = await viewRows(ctx).where('view.id', '=', id).select(COLUMNS).forNoKeyUpdate().executeTakeFirst();
  return row ?? missing(ctx, id);
}

async function missing(ctx: ActorContext, id: string): Promise<never> {
  await noteMiss(ctx, 'saved_view', id);
  throw new AppError('not_found');
}

export function toSavedView(ctx: ActorContext, row: SavedViewRow): SavedView {
  return {
    ...recordOf(row),
    entity: row.entity as ViewEntity,
    ownerId: row.owner_id,
    name: row.name,
    visibility: row.visibility as Visibility,
    address: row.address as ViewAddress,
    archived: row.deleted_at !== null,
    abilities: savedViewAbilities(ctx.actor, row),
  };
}
