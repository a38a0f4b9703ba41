'use client';

export {
  type BulkAbilities,
  BulkActions,
  type BulkActionsProps,
  type BulkExtra,
  canSelect,
} from './ui/bulk-actions.tsx';
export { BulkDialog, type BulkDialogProps, type BulkTarget } from './ui/bulk-dialog.tsx';
export type { BulkField } from './ui/bulk-field.ts';
export { type BulkChanges, bulkCalls } from './ui/bulk-request.ts';
export { useBulkPreview } from './ui/use-bulk-preview.ts';
