export { archivedChange, type BulkEdit, bulkEditOutput, bulkInput, bulkPreviewOutput } from './bulk.schema.ts';
export { reassignInBulk, startBulkEdit } from './bulk.service.ts';
export {
  type BulkEditor,
  type BulkPlan,
  type BulkRecord,
  type BulkRow,
  defineBulkEditor,
  type Patch,
  type Told,
} from './bulk-editor.ts';
export {
  answerEvents,
  answeredColumns,
  archiveEvents,
  patchOf,
  planRows,
  recordEvents,
  requireFitting,
} from './bulk-patch.service.ts';
export { previewBulkEdit } from './bulk-preview.service.ts';
export { runBulkEdit } from './bulk-run.service.ts';
