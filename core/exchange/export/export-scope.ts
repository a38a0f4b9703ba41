/** What can be asked for. `workspace` is everything that the installed modules hold. */
export const EXPORT_SCOPES = [
  'workspace',
  'contacts',
  'deals',
  'organizations',
  'products',
  'activities',
  'audit-log',
] as const;
export type ExportScope = (typeof EXPORT_SCOPES)[number];

export const EXPORT_FORMATS = ['csv', 'json'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** `expired`: it was done, and its file is gone. */
export const EXPORT_STATUSES = ['queued', 'running', 'done', 'failed', 'expired'] as const;
