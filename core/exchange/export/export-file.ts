import type { ExportFormat, ExportScope } from './export-scope.ts';

/** A list is one CSV; a workspace has one for each kind of record, in a zip. */
export type FileKind = 'csv' | 'json' | 'zip';

export function fileKindOf(scope: ExportScope, format: ExportFormat): FileKind {
  return scope === 'workspace' && format === 'csv' ? 'zip' : format;
}

export const CONTENT_TYPES: Record<FileKind, string> = {
  csv: 'text/csv; charset=utf-8; header=present',
  json: 'application/json; charset=utf-8',
  zip: 'application/zip',
};

export function fileNameOf({
  scope,
  format,
  createdAt,
}: {
  scope: ExportScope;
  format: ExportFormat;
  createdAt: Date;
}): string {
  return `aura-${scope}-${createdAt.toISOString().slice(0, 10)}.${fileKindOf(scope, format)}`;
}
