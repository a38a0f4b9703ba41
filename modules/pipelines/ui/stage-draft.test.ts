import { describe, expect, it } from 'vitest';
import type { Pipeline, Stage } from '../pipeline.schema.ts';
import {
  canMove,
  editOf,
  inputOf,
  isChanged,
  problemsOf,
  warningsOf,
  withBack,
  withMoved,
  withNewStage,
  withoutStage,
  withStage,
} from './stage-draft.ts';

const stage = (id: string, kind: Stage['kind'], probability: number): Stage => ({
  id,
  version: 1,
  createdAt: '',
  updatedAt: '',
  createdBy: null,
  updatedBy: null,
  pipelineId: 'p',
  name: id.toUpperCase(),
  kind,
  probability,
  requiredFields: [],
  expectedDays: 7,
  color: null,
  position: 0,
  retired: false,
});
const pipeline: Pipeline = {
  ...stage('p', 'open', 0),
  name: 'Sales',
  isDefault: true,
  archived: false,
  abilities: { update: true, archive: true, restore: false },
  stages: [stage('a', 'open', 10), stage('won', 'won', 100), stage('b', 'open', 20), stage('lost', 'lost', 0)],
};
const keysOf = ({ stages }: { stages: readonly { key: string }[] }) => stages.map(({ key }) => key);

describe('an edit of a pipeline', () => {
  it('begins as the pipeline is, won and lost last', () => {
    expect(keysOf(editOf(pipeline))).toEqual(['a', 'b', 'won', 'lost']);
    expect(isChanged(pipeline, editOf(pipeline))).toBe(false);
  });

  it('adds, moves, changes, retires and brings back', () => {
    const added = withNewStage(editOf(pipeline), 'new');
    expect(keysOf(added)).toEqual(['a', 'b', 'new', 'won', 'lost']);
    expect(keysOf(withMoved(added, 'new', -1))).toEqual(['a', 'new', 'b', 'won', 'lost']);
    expect([canMove(added, 'a', -1), canMove(added, 'new', 1), canMove(added, 'won', 1)]).toEqual([
      false,
      false,
      false,
    ]);
    const changed = withStage(added, 'new', { name: ' New ', probability: '30', requiredFields: ['amount'] });
    const retired = withoutStage(changed, 'a', 'b');
    expect(inputOf(pipeline, retired)).toMatchObject({
      id: 'p',
      expectedVersion: 1,
      stages: [
        { id: 'b', version: 1, probability: 20, expectedDays: 7 },
        { name: 'New', probability: 30, expectedDays: null, requiredFields: ['amount'] },
        { id: 'won' },
        { id: 'lost' },
      ],
      retire: [{ id: 'a', moveDealsTo: 'b' }],
    });
    expect(keysOf(withBack(retired, 'a'))).toEqual(['b', 'new', 'a', 'won', 'lost']);
    expect(isChanged(pipeline, retired)).toBe(true);
    expect(keysOf(withoutStage(added, 'new', null))).toEqual(['a', 'b', 'won', 'lost']);
  });

  it('names what must be mended and what is unwise', () => {
    const edit = editOf(pipeline);
    expect(problemsOf(edit)).toEqual([]);
    expect(problemsOf(withStage(edit, 'b', { name: 'a', probability: '101', expectedDays: '0' }))).toMatchObject([
      { key: 'b', field: 'name' },
      { key: 'b', field: 'probability' },
      { key: 'b', field: 'expectedDays' },
    ]);
    expect(problemsOf(withStage(edit, 'a', { name: ' ' }))).toMatchObject([{ key: 'a', field: 'name' }]);
    expect(warningsOf(withStage(edit, 'b', { probability: '5' }))).toEqual([{ key: 'b', text: 'Less likely than A' }]);
    const wide = [...Array(7).keys()].reduce((all, n) => withNewStage(all, `n${n}`), edit);
    expect(warningsOf(wide).filter(({ key }) => key === '')).toHaveLength(1);
  });
});
