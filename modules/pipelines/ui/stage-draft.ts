import type { Pipeline, Stage } from '../pipeline.schema.ts';
import { STAGES_WIDE, type StageKind, sameName, stageWarnings } from '../pipeline.ts';

/** A stage as it is being edited; figures are text until they are saved. */
export type StageEdit = {
  /** Of the row; the stage's own id where it exists. */
  key: string;
  stage: Stage | null;
  name: string;
  kind: StageKind;
  probability: string;
  expectedDays: string;
  color: string | null;
  requiredFields: readonly string[];
};

export type Retired = { stage: Stage; moveDealsTo: string | null };

export type PipelineEdit = { name: string; stages: readonly StageEdit[]; retired: readonly Retired[] };

export function editOf(pipeline: Pipeline): PipelineEdit {
  return { name: pipeline.name, stages: closedLast(pipeline.stages.map(rowOf)), retired: [] };
}

function rowOf(stage: Stage): StageEdit {
  return {
    key: stage.id,
    stage,
    name: stage.name,
    kind: stage.kind,
    probability: String(stage.probability),
    expectedDays: stage.expectedDays === null ? '' : String(stage.expectedDays),
    color: stage.color,
    requiredFields: stage.requiredFields,
  };
}

/** Won and lost stand last, in that order; within a kind the order is the person's. */
function closedLast(stages: readonly StageEdit[]): StageEdit[] {
  const rank = { open: 0, won: 1, lost: 2 };
  return stages.toSorted((a, b) => rank[a.kind] - rank[b.kind]);
}

/** A new open stage, after the other open ones. */
export function withNewStage(edit: PipelineEdit, key: string): PipelineEdit {
  const last = edit.stages.findLast(({ kind }) => kind === 'open');
  const added: StageEdit = {
    key,
    stage: null,
    name: '',
    kind: 'open',
    probability: last?.probability ?? '50',
    expectedDays: '',
    color: null,
    requiredFields: [],
  };
  return { ...edit, stages: closedLast([...edit.stages, added]) };
}

export function withStage(edit: PipelineEdit, key: string, changes: Partial<StageEdit>): PipelineEdit {
  const stages = edit.stages.map((stage) => (stage.key === key ? { ...stage, ...changes } : stage));
  return { ...edit, stages: closedLast(stages) };
}

/** Whether the stage can go a place up or down: the neighbour is of its kind. */
export function canMove({ stages }: PipelineEdit, key: string, by: -1 | 1): boolean {
  const at = stages.findIndex((stage) => stage.key === key);
  return stages[at]?.kind === stages[at + by]?.kind && at >= 0;
}

export function withMoved(edit: PipelineEdit, key: string, by: -1 | 1): PipelineEdit {
  const at = edit.stages.findIndex((stage) => stage.key === key);
  const row = edit.stages[at];
  if (!row || !canMove(edit, key, by)) return edit;
  return { ...edit, stages: edit.stages.toSpliced(at, 1).toSpliced(at + by, 0, row) };
}

/** Takes a stage out: a new one at once, another one retires on saving. */
export function withoutStage(edit: PipelineEdit, key: string, moveDealsTo: string | null): PipelineEdit {
  const row = edit.stages.find((stage) => stage.key === key);
  const stages = edit.stages.filter((stage) => stage.key !== key);
  const retired = row?.stage ? [...edit.retired, { stage: row.stage, moveDealsTo }] : edit.retired;
  return { ...edit, stages, retired };
}

/** A retired stage comes back where it stood among its kind. */
export function withBack(edit: PipelineEdit, stageId: string): PipelineEdit {
  const back = edit.retired.find(({ stage }) => stage.id === stageId);
  if (!back) return edit;
  return {
    ...edit,
    stages: closedLast([...edit.stages, rowOf(back.stage)]),
    retired: edit.retired.filter((one) => one !== back),
  };
}

export type EditProblem = { key: string; field: 'name' | 'probability' | 'expectedDays'; message: string };

/** What must be mended before saving. */
export function problemsOf({ stages }: PipelineEdit): EditProblem[] {
  return stages.flatMap(({ key, name, kind, probability, expectedDays }, place) => {
    const isTwice = stages.some((other, at) => at < place && sameName(other.name, name));
    const found: (EditProblem | false)[] = [
      name.trim() === '' && { key, field: 'name', message: 'Enter what the stage is called' },
      isTwice && { key, field: 'name', message: `Two stages are called ${name.trim()}. Give one another name` },
      kind === 'open' &&
        !isWhole(probability, 0, 100) && { key, field: 'probability', message: 'Enter a probability of 0 to 100' },
      expectedDays.trim() !== '' &&
        !isWhole(expectedDays, 1, 3650) && { key, field: 'expectedDays', message: 'Enter 1 to 3650 days, or nothing' },
    ];
    return found.filter((problem) => problem !== false);
  });
}

function isWhole(text: string, min: number, max: number): boolean {
  return /^\d{1,4}$/.test(text.trim()) && Number(text) >= min && Number(text) <= max;
}

/** What is unwise, by the row's key; the key '' is about the whole. */
export function warningsOf({ stages }: PipelineEdit): { key: string; text: string }[] {
  const drafts = stages.map(({ name, kind, probability }) => ({ name, kind, probability: Number(probability) }));
  const open = stages.filter(({ kind }) => kind === 'open').length;
  const wide = {
    key: '',
    text: `${open} open stages are hard to tell apart on a board. ${STAGES_WIDE} or fewer are easier to keep true.`,
  };
  return [
    ...stageWarnings(drafts).map(({ place, text }) => ({ key: stages[place]?.key ?? '', text })),
    ...(open > STAGES_WIDE ? [wide] : []),
  ];
}

/** The edit as the API takes it; call it when there are no problems. */
export function inputOf(pipeline: Pipeline, { name, stages, retired }: PipelineEdit) {
  return {
    id: pipeline.id,
    expectedVersion: pipeline.version,
    name: name.trim(),
    stages: stages.map((row) => ({
      ...(row.stage ? { id: row.stage.id, version: row.stage.version } : {}),
      name: row.name.trim(),
      kind: row.kind,
      ...(row.kind === 'open' ? { probability: Number(row.probability) } : {}),
      expectedDays: row.expectedDays.trim() === '' ? null : Number(row.expectedDays),
      color: row.color,
      requiredFields: [...row.requiredFields],
    })),
    retire: retired.map(({ stage, moveDealsTo }) => ({ id: stage.id, ...(moveDealsTo ? { moveDealsTo } : {}) })),
  };
}

export const isChanged = (pipeline: Pipeline, edit: PipelineEdit): boolean =>
  JSON.stringify(inputOf(pipeline, edit)) !== JSON.stringify(inputOf(pipeline, editOf(pipeline)));
