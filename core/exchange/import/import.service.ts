import type { ActorContext } from '@aura/api';
import { type CustomFieldEntity, customFieldDefinitions } from '@aura/custom-fields';
import { AppError, can } from '@aura/kernel';
import { requireRestorable, WORKSPACE } from '../archive/archive-import.service.ts';
import type { ArchivePart } from '../archive/archive-part.ts';
import { type CsvFile, openCsvFile } from '../csv/csv-file.ts';
import { getImport } from './import.queries.ts';
import type { Import, ImportCreate, ImportPreview, ImportPreviewing } from './import.schema.ts';
import type { ImportEntity } from './import-entity.ts';
import { requireNewOptions } from './import-options.service.ts';
import { planImport } from './import-plan.ts';
import { type Importer, type Importers, targetsOf } from './importer.ts';
import {
  type Confidence,
  customKeyOf,
  guessMapping,
  guessTemplates,
  type Mapping,
  preferEmails,
  requireMapping,
  requireTargets,
} from './mapping.ts';
import { findUnmatched } from './value-match.service.ts';

const PREVIEW_ROWS = 5;

/** Stores the file and asks a worker to bring it in. What can be refused before a row is read is refused here. */
export async function createImport(
  ctx: ActorContext,
  { importers, archives }: Sources,
  create: ImportCreate,
): Promise<Import> {
  const { file: upload, entity, options } = create;
  if (entity === WORKSPACE) await requireRestorable(ctx, archives, create);
  const { mapping, template } =
    entity === WORKSPACE ? { mapping: {}, template: {} } : await settleFile(ctx, importers, { ...create, entity });
  const { id } = await ctx.db
    .insertInto('core.imports')
    .values({
      entity,
      is_dry_run: options.dryRun,
      file_name: fileNameOf(upload.name),
      options: JSON.stringify({ ...options, template }),
      mapping: JSON.stringify(mapping),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await ctx.db
    .insertInto('core.import_files')
    .values({ import_id: id, bytes: Buffer.from(upload.bytes) })
    .execute();
  await ctx.emit({
    type: 'import.requested',
    entity: 'import',
    entityId: id,
    data: { entity, dryRun: options.dryRun },
  });
  return getImport(ctx, id);
}

export type Sources = { importers: Importers; archives: readonly ArchivePart[] };

async function settleFile(
  ctx: ActorContext,
  importers: Importers,
  { file: upload, entity, options }: ImportPreviewing,
): Promise<{ mapping: Mapping; template: Record<string, string> }> {
  const importer = requireImporter(ctx, importers, entity);
  const file = await openCsvFile(upload.bytes);
  return settleMapping(ctx, { importer, file, options });
}

/** What the server makes of a file, without storing anything: for the wizard's first steps. */
export async function previewImport(
  ctx: ActorContext,
  importers: Importers,
  { file: upload, entity, options }: ImportPreviewing,
): Promise<ImportPreview> {
  const importer = requireImporter(ctx, importers, entity);
  const file = await openCsvFile(upload.bytes);
  const guess = await guessFor(ctx, { importer, file, options });
  if (options.mapping) requireTargets(importer, options.mapping, file.header);
  const mapping = options.mapping ? completed(options.mapping, file) : guess.mapping;
  const template = options.template ?? guessTemplates(importer, mapping);
  const definitions = await definitionsOf(ctx, importer);
  const plan = await planImport({ importer, file, mapping, template, options, definitions });
  const dates = plan.columns.filter(({ into }) => into.kind === 'field' && into.field.type === 'date');
  return {
    encoding: file.encoding,
    delimiter: file.delimiter,
    header: file.header,
    rows: await firstRows(file),
    mapping,
    confidence: guess.confidence,
    template,
    dateFormats: Object.fromEntries(dates.map(({ name, dateFormats }) => [name, [...dateFormats]])),
    targets: targetsOf(importer)
      .filter(({ isAlias }) => !isAlias)
      .map(({ headers: _headers, isAlias: _isAlias, ...target }) => target),
    unmatched: await findUnmatched(ctx, importers, { plan, file }),
  };
}

function requireImporter(ctx: ActorContext, importers: Importers, entity: ImportEntity): Importer {
  const importer = importers.get(entity);
  if (!importer) throw new AppError('invalid', { field: 'entity', detail: `${entity} cannot be imported here` });
  if (!can(ctx.actor, importer.permission))
    throw new AppError('forbidden', { detail: `Your role does not allow this (${importer.permission}).` });
  return importer;
}

type Settling = { importer: Importer; file: CsvFile; options: ImportCreate['options'] };

async function settleMapping(
  ctx: ActorContext,
  { importer, file, options }: Settling,
): Promise<{ mapping: Mapping; template: Record<string, string> }> {
  const mapping = options.mapping ?? (await guessFor(ctx, { importer, file, options })).mapping;
  const template = options.template ?? guessTemplates(importer, mapping);
  requireMapping(importer, { mapping, header: file.header, template });
  await requireFields(ctx, { importer, mapping, options });
  requireNewOptions(ctx, { options, mapping, definitions: await definitionsOf(ctx, importer) });
  return { mapping: completed(mapping, file), template };
}

/** With a line for each column of the file, so that the report shows what was left out. */
function completed(mapping: Mapping, { header }: CsvFile): Mapping {
  return Object.fromEntries(header.map((name) => [name, mapping[name] ?? null]));
}

async function guessFor(
  ctx: ActorContext,
  { importer, file, options }: Settling,
): Promise<{ mapping: Mapping; confidence: Record<string, Confidence> }> {
  const known = await definitionsOf(ctx, importer);
  const guess = guessMapping({
    importer,
    header: file.header,
    known,
    createsFields: options.createMissing.includes('customField') && can(ctx.actor, 'custom-field:create'),
  });
  const rows = await firstRows(file);
  return preferEmails(guess, importer, (name) => {
    const values = rows.flatMap((row) => row[file.header.indexOf(name)]?.trim() || []);
    return values.length > 0 && values.every((value) => /^\S+@\S+\.\S+$/.test(value));
  });
}

async function definitionsOf(ctx: ActorContext, importer: Importer) {
  return importer.hasCustomFields ? customFieldDefinitions(ctx, importer.record as CustomFieldEntity) : [];
}

async function requireFields(
  ctx: ActorContext,
  { importer, mapping, options }: { importer: Importer; mapping: Mapping; options: ImportCreate['options'] },
): Promise<void> {
  const known = new Set((await definitionsOf(ctx, importer)).map(({ key }) => key));
  const missing = Object.entries(mapping).flatMap(([name, target]) => {
    const key = target === null ? null : customKeyOf(target);
    return key === null || known.has(key) ? [] : [{ name, key }];
  });
  const [first] = missing;
  if (!first) return;
  if (!options.createMissing.includes('customField')) {
    const issues = missing.map(({ name, key }) => ({
      path: `options.mapping.${name}`,
      code: 'unknown_custom_field',
      message: `There is no custom field ${key}; add "customField" to createMissing to make it`,
    }));
    throw new AppError('invalid', { reason: 'unknown_custom_field', detail: issues[0]?.message ?? '', issues });
  }
  if (!can(ctx.actor, 'custom-field:create'))
    throw new AppError('forbidden', {
      reason: 'custom_field_create',
      detail: 'Only admins add custom fields. Ask one to add them, or leave these columns out.',
    });
}

async function firstRows(file: CsvFile): Promise<string[][]> {
  const rows: string[][] = [];
  for await (const record of file.records()) {
    if (rows.length === PREVIEW_ROWS) break;
    if ('cells' in record) rows.push(file.header.map((_, index) => (record.cells[index] ?? '').slice(0, 200)));
  }
  return rows;
}

function fileNameOf(name: string): string {
  const base = name.split(/[\\/]/).at(-1) ?? '';
  return base.replaceAll('\u0000', '').trim().slice(-255) || 'import.csv';
}
