'use client';

import { type ApiFailure, apiFailure } from '@aura/api/client';
import { type Stage, usePipelines } from '@aura/pipelines/client';
import { announce } from '@aura/ui/announce';
import { toast } from '@aura/ui/toast';
import type { Deal } from '../deal.schema.ts';
import { type GateValues, missingFields } from '../deal.ts';
import type { DealProblem } from './deal-actions-context.ts';
import { type Move, type TargetStage, useDealChanges } from './deal-changes.ts';
import { usePeople } from './people.ts';
import type { Problems } from './use-problems.ts';

/** A move that waits for details which its stage asks for. */
export type Gate = { deal: Deal; stage: TargetStage; fields: readonly string[]; given: GateValues };

type MoveOptions = { problems: Problems; onGate: (gate: Gate) => void };

/** Moves that ask for missing details, can be undone, and say on the deal when they fail. */
export function useDealMoves({ problems, onGate }: MoveOptions) {
  const changes = useDealChanges();
  const { pipelines } = usePipelines();
  const people = usePeople();
  const stageOf = (id: string) => pipelines.flatMap((pipeline) => pipeline.stages).find((stage) => stage.id === id);

  async function move(deal: Deal, request: Move & { isUndo?: boolean }): Promise<void> {
    const { stage, fields = {}, isUndo = false } = request;
    if (problems.of(deal.id)?.kind === 'offline') return announce(`${deal.name} has a move that is not saved yet.`);
    const missing = missingHere(deal, stageOf(stage.id), fields);
    if (missing.length > 0) return onGate({ deal, stage, fields: missing, given: fields });
    problems.set(deal.id, null);
    const from = stageOf(deal.stageId);
    try {
      const saved = await changes.move(deal, request);
      if (isUndo || !from) announce(`${deal.name} is back in ${stage.name}`);
      else tellMoved(saved, stage, () => void move(saved, { stage: from, isUndo: true }));
    } catch (error) {
      explain(deal, request, error);
    }
  }

  function explain(deal: Deal, request: Move, error: unknown): void {
    const failure = apiFailure(error);
    const asked = failure.issues.map((issue) => issue.path.replace(/^fields\./, ''));
    if (failure.status === 422 && asked.length > 0) {
      announce(`${deal.name} stays in ${deal.stageName}. ${request.stage.name} asks for more details.`);
      onGate({ deal, stage: request.stage, fields: asked, given: request.fields ?? {} });
      return;
    }
    const problem = problemOf(failure, (userId) => people.find((one) => one.userId === userId)?.name ?? 'Someone');
    const retry = (): void => {
      problems.set(deal.id, null);
      void move({ ...deal, ...problem.current }, { ...request, isForced: true });
    };
    problems.set(deal.id, { ...problem, retry });
    announce(`Couldn't move ${deal.name}: ${problem.message}`, { assertive: true });
  }

  const closingStage = (deal: Deal, kind: 'won' | 'lost'): TargetStage | undefined =>
    pipelines.find((one) => one.id === deal.pipelineId)?.stages.find((stage) => stage.kind === kind);

  return { move, changes, closingStage };
}

function problemOf(failure: ApiFailure, nameOf: (userId: string | null) => string): Omit<DealProblem, 'retry'> {
  const current = failure.status === 412 ? (failure.current as Deal | null) : null;
  if (current)
    return {
      kind: 'conflict',
      message: `${nameOf(current.updatedBy)} changed this deal meanwhile. It is in ${current.stageName} now.`,
      current,
    };
  if (failure.status === 0) return { kind: 'offline', message: 'Not saved: you seem to be offline.' };
  return { kind: 'refused', message: failure.message };
}

function tellMoved(deal: Deal, stage: TargetStage, onUndo: () => void): void {
  const title = stage.kind === 'open' ? `Moved ${deal.name} to ${stage.name}` : `${deal.name} is ${stage.kind}`;
  toast({ title, action: { label: 'Undo', onAction: onUndo, isUndo: true } });
  announce('Press Control Z to undo');
}

/** Contacts and line items are not on a card: whether they are missing is the server's word. */
function missingHere(deal: Deal, stage: Stage | undefined, given: GateValues): string[] {
  const known = (stage?.requiredFields ?? []).filter((field) => field !== 'contactIds' && field !== 'items');
  const customFields = { ...deal.customFields, ...given.customFields };
  return missingFields(known, { ...deal, ...given, customFields }).map((issue) => issue.path);
}
