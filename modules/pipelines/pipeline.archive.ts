import { defineArchivePart, made, ref } from '@aura/exchange';

export const pipelineArchive = defineArchivePart({
  name: 'pipelines',
  label: 'Pipelines',
  table: 'crm.pipelines',
  isProvisioned: true,
  columns: ['name', 'position', 'is_default', ...made, 'archived_at'],
});

export const stageArchive = defineArchivePart({
  name: 'stages',
  label: 'Stages',
  table: 'crm.stages',
  isProvisioned: true,
  columns: [
    ref('pipeline_id', 'pipelines'),
    ...['name', 'kind', 'probability', 'required_fields', 'expected_days', 'color', 'position', 'retired_at'],
    ref('successor_id', 'stages'),
    ...made,
  ],
});
