import { type ActorContext, recordAudit } from '@aura/api';
import { tryCustomFilter } from '@aura/custom-fields';
import { redeemCode } from '@aura/identity';
import { type Actor, AppError, type CustomFieldsFilter, can } from '@aura/kernel';
import { getExport } from './export.queries.ts';
import type { Export, ExportCreate } from './export.schema.ts';
import type { ExportScope } from './export-scope.ts';
import type { Exporter, Exporters } from './exporter.ts';

/** What the code is asked for by POST /me/codes. */
const PURPOSE = 'export';

/**
 * Asks a worker for a file (S8: against a mailed code). Everything else is judged before the code, so that a mistake
 * elsewhere does not use it up. Throws forbidden, invalid on `filter.…`, and invalid_code.
 */
export async function createExport(
  ctx: ActorContext,
  exporters: Exporters,
  { scope, format, filter = {}, code }: ExportCreate,
): Promise<Export> {
  requireScope(ctx.actor, exporters, scope);
  const settled = readFilter(exporters, scope, filter);
  await requireKnownFields(ctx, exporters.get(scope), settled);
  await redeemCode(ctx, PURPOSE, code);
  const { id } = await ctx.db
    .insertInto('core.exports')
    .values({ scope, format, filter: JSON.stringify(settled) })
    .returning('id')
    .executeTakeFirstOrThrow();
  await recordAudit(ctx, {
    action: 'export.requested',
    entity: 'export',
    entityId: id,
    detail: { scope, format, filter: settled },
  });
  await ctx.emit({ type: 'export.requested', entity: 'export', entityId: id, data: { scope, format } });
  return getExport(ctx, id);
}

/** The parts of a file, each readable by this person. Throws forbidden, or invalid for what no module exports. */
export function requireScope(actor: Actor, exporters: Exporters, scope: ExportScope): Exporter[] {
  const parts = partsOf(exporters, scope);
  if (parts.length === 0) throw new AppError('invalid', { field: 'scope', detail: `${scope} cannot be exported here` });
  const isAllowed = (scope !== 'workspace' || can(actor, 'export:workspace')) && parts.every(canRead(actor));
  if (isAllowed) return parts;
  const what = scope === 'workspace' ? 'the whole workspace' : (parts[0]?.label ?? scope).toLowerCase();
  throw new AppError('forbidden', { reason: 'export_scope', detail: `Your role does not allow exporting ${what}.` });
}

const canRead =
  (actor: Actor) =>
  ({ permission }: Exporter): boolean =>
    can(actor, permission);

function partsOf(exporters: Exporters, scope: ExportScope): Exporter[] {
  if (scope === 'workspace') return [...exporters.values()].filter(({ isPart }) => isPart);
  const one = exporters.get(scope);
  return one?.filter ? [one] : [];
}

/** The filter as its list reads it, without what was left out. */
function readFilter(
  exporters: Exporters,
  scope: ExportScope,
  filter: Record<string, unknown>,
): Record<string, unknown> {
  const schema = scope === 'workspace' ? null : exporters.get(scope)?.filter;
  if (!schema) {
    if (Object.keys(filter).length === 0) return {};
    throw new AppError('invalid', { field: 'filter', detail: 'The whole workspace is exported without a filter.' });
  }
  const read = schema.safeParse(filter);
  if (read.success) return read.data as Record<string, unknown>;
  const issues = read.error.issues.map((issue) => ({
    path: ['filter', ...issue.path].join('.'),
    code: issue.code,
    message: issue.message,
  }));
  throw new AppError('invalid', { detail: issues[0]?.message ?? 'This filter is not right.', issues });
}

/** A filter by custom fields is read once more when the file is made; what is wrong with it is said now. */
async function requireKnownFields(
  ctx: ActorContext,
  exporter: Exporter | undefined,
  filter: { customFields?: CustomFieldsFilter },
): Promise<void> {
  if (!exporter?.customFields) return;
  const { issues } = await tryCustomFilter(ctx, exporter.customFields, filter.customFields);
  if (issues.length === 0) return;
  throw new AppError('invalid', {
    detail: issues[0]?.message ?? '',
    issues: issues.map((issue) => ({ ...issue, path: `filter.${issue.path}` })),
  });
}
