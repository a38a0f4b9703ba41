import { listInput, pageOf, recordFields } from '@aura/kernel';
import { z } from 'zod';
import { EXPORT_FORMATS, EXPORT_SCOPES, EXPORT_STATUSES } from './export-scope.ts';

export const exportCreateInput = z.strictObject({
  scope: z.enum(EXPORT_SCOPES),
  format: z.enum(EXPORT_FORMATS),
  filter: z.record(z.string().max(64), z.unknown()).optional().meta({
    description:
      "The list's own filters, q among them: what is filtered is what is exported. Of contacts, organizations, products and deals also `ids`: only these, up to 1,000; those that the list does not show the person are left out",
  }),
  code: z
    .string()
    .max(40)
    .transform((text) => text.replaceAll(/\D/g, ''))
    .meta({ description: 'Mailed by POST /me/codes {purpose: "export"}: six digits' }),
});
export type ExportCreate = z.output<typeof exportCreateInput>;

export const exportListInput = listInput({
  filters: { scope: z.enum(EXPORT_SCOPES).optional() },
  sorts: ['createdAt'],
}).omit({ q: true, deleted: true });
export type ExportList = z.output<typeof exportListInput>;

export const exportOutput = z
  .object({
    ...recordFields,
    scope: z.enum(EXPORT_SCOPES),
    format: z.enum(EXPORT_FORMATS),
    filter: z.record(z.string(), z.unknown()),
    status: z.enum(EXPORT_STATUSES).meta({ description: 'expired: done, and its file is gone' }),
    rows: z.int().meta({ description: 'Records written so far' }),
    bytes: z.int(),
    fileName: z.string(),
    downloadUrl: z.string().nullable().meta({ description: 'For its maker, until expiresAt' }),
    failure: z.object({ code: z.string(), message: z.string() }).nullable(),
    startedAt: z.iso.datetime().nullable(),
    finishedAt: z.iso.datetime().nullable(),
    expiresAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Export' });
export type Export = z.output<typeof exportOutput>;
export const exportPage = pageOf(exportOutput);
