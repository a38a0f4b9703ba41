import { idInput, listInput, pageOf, recordFields, text, uuid } from '@aura/kernel';
import { z } from 'zod';
import { isDateFormat } from '../csv/cell-date.ts';
import { NUMBER_FORMATS } from '../csv/cell-number.ts';
import { IMPORT_ENTITIES, IMPORTABLE, MATCH_KEYS } from './import-entity.ts';

export const DUPLICATES = ['skip', 'update', 'create'] as const;
export const CREATABLE = ['organization', 'contact', 'product', 'member', 'customField'] as const;
export const IMPORT_STATUSES = ['queued', 'running', 'done', 'failed', 'undone'] as const;

const name = z.string().max(200);

export const importOptions = z.strictObject({
  mapping: z.record(name, z.string().max(100).nullable()).optional().meta({
    description: 'By column: a target, or null to leave it out. Left out: the guess that the import then shows',
  }),
  values: z
    .record(name, z.record(z.string().max(2000), z.string().max(2000)))
    .optional()
    .meta({ description: 'By column: texts to replace on the way in' }),
  newOptions: z
    .record(name, z.array(text(100)).min(1).max(200, 'Use 200 options or fewer'))
    .optional()
    .meta({ description: 'By column of a custom field with options: texts that become options of it. Admins only' }),
  template: z
    .record(z.string().max(100), z.string().max(500))
    .optional()
    .meta({ description: 'Fills a missing required field: {"name": "{account} · {product}"}' }),
  dateFormat: z
    .string()
    .refine(isDateFormat, 'Write a date format with YYYY or YY, MM or MMM, and DD, for example DD/MM/YYYY')
    .optional(),
  numberFormat: z.enum(NUMBER_FORMATS).optional(),
  duplicates: z.enum(DUPLICATES).default('skip'),
  matchOn: z
    .array(z.enum(MATCH_KEYS))
    .min(1)
    .max(MATCH_KEYS.length)
    .optional()
    .meta({ description: 'How a record is found again, tried in this order' }),
  createMissing: z
    .array(z.enum(CREATABLE))
    .default([])
    .meta({ description: 'What may be made because a row names it' }),
  dryRun: z.boolean().default(false),
  emailPattern: z
    .string()
    .max(200)
    .refine(
      (pattern) => /^\S+@\S+\.\S+$/.test(pattern.replaceAll(/\{\w+\}/g, 'x')),
      'Write a pattern like {first}.{last}@company.com',
    )
    .optional(),
  role: z.enum(['admin', 'manager', 'sales_rep']).optional().meta({ description: 'Of members whose row names none' }),
  sendInvitations: z.boolean().default(false),
});
export type ImportOptions = z.output<typeof importOptions>;

// The adapter hands over the uploaded file like this; OpenAPI shows it as what a client sends.
const uploadedFile = z
  .custom<{ name: string; bytes: Uint8Array }>(
    (value) =>
      typeof value === 'object' &&
      value !== null &&
      'bytes' in value &&
      value.bytes instanceof Uint8Array &&
      'name' in value &&
      typeof value.name === 'string',
    'Choose a file',
  )
  .meta({
    override: { type: 'string', format: 'binary' },
    description: 'CSV, 50 MB and 200,000 rows at most; of a workspace its archive, .zip or .json',
  });

const table = z.enum(IMPORT_ENTITIES, { message: `Choose one of: ${IMPORT_ENTITIES.join(', ')}` });
const entity = z.enum(IMPORTABLE, { message: `Choose one of: ${IMPORTABLE.join(', ')}` });

export const importCreateInput = z.strictObject({ file: uploadedFile, entity, options: importOptions.prefault({}) });
export type ImportPreviewing = z.output<typeof importPreviewInput>;
export type ImportCreate = z.output<typeof importCreateInput>;

export const importListInput = listInput({
  filters: { entity: entity.optional(), status: z.enum(IMPORT_STATUSES).optional() },
  sorts: ['createdAt'],
}).omit({ q: true, deleted: true });
export type ImportList = z.output<typeof importListInput>;

const failure = z.object({ code: z.string(), message: z.string() });
const kept = z.object({ entity: z.string(), id: uuid, row: z.int(), reason: z.enum(['edited', 'removed', 'in_use']) });
export const undoReport = z.object({
  removed: z.int().meta({ description: 'Records that the import had created' }),
  restored: z.int().meta({ description: 'Records that it had changed' }),
  kept: z
    .array(kept)
    .meta({ description: 'Not touched, because someone changed, removed or used them since; 1,000 at most' }),
  keptCount: z.int(),
});
export type UndoReport = z.output<typeof undoReport>;

export const importOutput = z
  .object({
    ...recordFields,
    entity,
    fileName: z.string(),
    status: z.enum(IMPORT_STATUSES),
    undoing: z.boolean().meta({ description: 'Running again, to be undone: total and processed are then records' }),
    dryRun: z.boolean(),
    total: z.int().nullable().meta({ description: 'Rows below the header; null until they are counted' }),
    processed: z.int(),
    created: z.int(),
    updated: z.int(),
    skipped: z.int(),
    failed: z.int(),
    mapping: z.record(z.string(), z.string().nullable()),
    template: z.record(z.string(), z.string()),
    options: importOptions.omit({ mapping: true, template: true }).partial(),
    detected: z
      .object({
        encoding: z.string(),
        delimiter: z.string(),
        dateFormats: z.record(z.string(), z.array(z.string())).optional(),
      })
      .partial(),
    notes: z.array(z.object({ code: z.string(), message: z.string(), count: z.int() })),
    failure: failure.nullable().meta({ description: 'Why it failed; of one that is done, why its undo failed' }),
    undo: undoReport.nullable(),
    startedAt: z.iso.datetime().nullable(),
    finishedAt: z.iso.datetime().nullable(),
    undoneAt: z.iso.datetime().nullable(),
    abilities: z.object({ undo: z.boolean() }),
  })
  .meta({ id: 'Import' });
export type Import = z.output<typeof importOutput>;
export const importPage = pageOf(importOutput);

export const importErrorsInput = idInput.extend({
  limit: z.int().min(1).max(10_000).default(1_000),
  after: z.int().min(0).default(0).meta({ description: 'Position of the last one seen' }),
});
export const importErrorsOutput = z.object({
  items: z.array(
    z.object({
      row: z.int().meta({ description: 'Line of the file; the header is 1' }),
      column: z.string().nullable(),
      code: z.string(),
      message: z.string(),
      value: z.string().nullable(),
    }),
  ),
  nextAfter: z.int().nullable(),
});
export type ImportErrors = z.output<typeof importErrorsOutput>;

export const importPreviewInput = z.strictObject({
  file: uploadedFile,
  entity: table,
  options: importOptions.prefault({}),
});
const unmatchedColumn = z.object({
  column: z.string(),
  target: z.string(),
  creatable: z.enum(CREATABLE).nullable().meta({
    description: 'What createMissing must hold for such values to be made; null where their rows are refused',
  }),
  values: z
    .array(
      z.object({
        value: z.string(),
        rows: z.int(),
        suggestion: z.string().nullable().meta({
          description: 'The one candidate that differs only in spaces, case, accents or punctuation',
        }),
      }),
    )
    .meta({ description: 'Those with a suggestion first, then those of the most rows; 200 at most' }),
  valuesTotal: z.int().meta({ description: 'Among the first 5,000 different values of the column' }),
  candidates: z.array(z.string()).meta({ description: 'What the workspace has, in order; 2,000 at most' }),
  hasMoreCandidates: z.boolean(),
  isField: z
    .boolean()
    .meta({ description: 'A custom field with options: its values may be replaced by an empty text' }),
  mayAddOptions: z.boolean().meta({ description: 'Whether you may let newOptions make options of its values' }),
});
export type UnmatchedColumn = z.output<typeof unmatchedColumn>;

export const importPreviewOutput = z.object({
  encoding: z.string(),
  delimiter: z.string(),
  header: z.array(z.string()),
  rows: z.array(z.array(z.string())).meta({ description: 'The first five' }),
  mapping: z.record(z.string(), z.string().nullable()),
  confidence: z.record(z.string(), z.enum(['exact', 'guess', 'custom', 'none'])),
  template: z.record(z.string(), z.string()),
  dateFormats: z
    .record(z.string(), z.array(z.string()))
    .meta({ description: 'By column mapped to a date: the formats that fit all of its values' }),
  targets: z.array(
    z.object({
      target: z.string(),
      label: z.string(),
      type: z.string(),
      isRequired: z.boolean(),
      isMatched: z.boolean().meta({ description: "Whether its values have to be the workspace's own" }),
    }),
  ),
  unmatched: z.array(unmatchedColumn).meta({ description: 'Columns with values that nothing here answers to' }),
});
export type ImportPreview = z.output<typeof importPreviewOutput>;
