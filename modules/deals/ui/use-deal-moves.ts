'use client';

import { apiFailure } from '@aura/api/client';
import { failureText } from '@aura/api/record-edit';
import { usePipelines } from '@aura/pipelines/client';
import { announce } from '@aura/ui/announce';
import { toast } from '@aura/ui/toast';
import type { Deal } from '../deal.schema.ts';
import { type GateValues, missingFields } from '../deal.ts';
import { type FieldChanges, type Move, type TargetStage, useDealChanges } from './deal-changes.ts';
import { fieldLabels } from './field-labels.ts';
import type { Problems } from './use-problems.ts';

/** A move that waits for details which its stage asks for. */
export type Gate = { deal: Deal; stage: TargetStage; fields: readonly string[]; given: GateValues };

type MoveOptions = { problems: Problems; onGate: (gate: Gate) => void };

/** Moves that ask for missing details, can be undone, and say on the deal when they fail. */
export function useDealMoves({ problems, onGate }: MoveOptions) {
  const changes = useDealChanges();
  const { pipelines } = usePipelines();
  const stageOf = (id: string) => pipelines.flatMap((pipeline) => pipeline.stages).find((stage) => stage.id === id);

  async function move(deal: Deal, request: Move & { isUndo?: boolean }): Promise<void> {
    const { stage, fields = {}, isUndo = false } = request;
    if (problems.of(deal.id)?.kind === 'offline') return announce(`${deal.name} has a move that is not saved yet.`);
    const missing = missingHere(deal, stageOf(stage.id)?.requiredFields ?? [], fields);
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
    const current = failure.status === 412 ? (failure.current as Deal | null) : null;
    const message = current
      ? `Someone changed this deal meanwhile. It is in ${current.stageName} now.`
      : failure.status === 0
        ? 'Not saved: you seem to be offline.'
        : failure.message;
    const retry = (): void => {
      problems.set(deal.id, null);
      void move({ ...deal, ...current }, { ...request, isForced: true });
    };
    problems.set(deal.id, {
      kind: current ? 'conflict' : failure.status === 0 ? 'offline' : 'refused',
      message,
      retry,
      current,
    });
    announce(`Couldn't move ${deal.name}: ${message}`, { assertive: true });
  }

  /** A change shown at once; what the server refuses is said on the deal, which is as before again. */
  async function keep(deal: Deal, { what, write }: { what: string; write: () => Promise<unknown> }): Promise<void> {
    problems.set(deal.id, null);
    try {
      await write();
      announce(`${what} saved`);
    } catch (error) {
      const { status } = apiFailure(error);
      const message =
        status === 412 ? 'Someone changed this deal meanwhile. Look at it and try again.' : failureText(error);
      const retry = (): void => void keep(deal, { what, write });
      problems.set(deal.id, { kind: status === 0 ? 'offline' : 'refused', message, retry });
      announce(`${what} of ${deal.name} not saved: ${message}`, { assertive: true });
    }
  }
  const change = (deal: Deal, fields: FieldChanges): Promise<void> =>
    keep(deal, { what: whatOf(fields), write: () => changes.change(deal, fields) });
  const assign = (deal: Deal, person: { userId: string; name: string }): Promise<void> =>
    keep(deal, { what: `Owner ${person.name}`, write: () => changes.assign(deal, person) });

  const closingStage = (deal: Deal, kind: 'won' | 'lost'): TargetStage | undefined =>
    pipelines.find((one) => one.id === deal.pipelineId)?.stages.find((stage) => stage.kind === kind);

  return { move, change, assign, changes, closingStage };
}

function whatOf(fields: FieldChanges): string {
  const [first] = Object.keys(fields);
  return (first && fieldLabels[first]) || 'Deal';
}

function tellMoved(deal: Deal, stage: TargetStage, onUndo: () => void): void {
  const title = stage.kind === 'open' ? `Moved ${deal.name} to ${stage.name}` : `${deal.name} is ${stage.kind}`;
  toast({ title, action: { label: 'Undo', onAction: onUndo, isUndo: true } });
  announce('Press Control Z to undo');
}

/** Contacts and line items are not on a card: whether they are missing is the server's word. */
function missingHere(deal: Deal, required: readonly string[], given: GateValues): string[] {
  const known = required.filter((field) => field !== 'contactIds' && field !== 'items');
  const customFields = { ...deal.customFields, ...given.customFields };
  return missingFields(known, { ...deal, ...given, customFields }).map((issue) => issue.path);
}
