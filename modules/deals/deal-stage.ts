import type { ActorContext } from '@aura/api';
import { AppError } from '@aura/kernel';
import { findStage, type Stage } from '@aura/pipelines';
import { type GateValues, missingFields, todayIn } from './deal.ts';

/** A stage that deals may move to. Throws 422 on `stageId`. */
export async function requireStage(ctx: ActorContext, stageId: string, pipelineId?: string): Promise<Stage> {
  const stage = await findStage(ctx, stageId);
  if (!stage || (pipelineId && stage.pipelineId !== pipelineId)) {
    throw new AppError('invalid', {
      reason: 'unknown_reference',
      field: 'stageId',
      detail: 'There is no such stage in this pipeline',
    });
  }
  if (stage.retired)
    throw new AppError('invalid', { reason: 'stage_retired', field: 'stageId', detail: `${stage.name} is retired` });
  return stage;
}

/** F8.11: what the stage asks for. Throws 422 with one issue per missing field. */
export function requireOpenGate(stage: Stage, values: GateValues): void {
  const issues = missingFields(stage.requiredFields, values);
  if (issues.length === 0) return;
  throw new AppError('invalid', {
    reason: 'stage_requirements',
    detail: `${stage.name} needs more details first`,
    issues,
  });
}

/** Won is 100 and lost is 0; only a lost deal has a reason for it. */
export function requireFittingClosing(
  stage: Pick<Stage, 'kind' | 'probability'>,
  given: { probability?: number | undefined; lostReason?: string | null | undefined },
): void {
  if (stage.kind !== 'open' && given.probability !== undefined && given.probability !== stage.probability) {
    throw new AppError('invalid', {
      field: 'probability',
      detail: `A ${stage.kind} deal is at ${stage.probability}%`,
    });
  }
  if (stage.kind !== 'lost' && given.lostReason) {
    throw new AppError('invalid', { field: 'lostReason', detail: 'Only a lost deal has a lost reason' });
  }
}

/** Once closed, a deal's date is the day of closing; open, the expected one. */
export function closeDateFor(ctx: ActorContext, stage: Stage, given: string | null | undefined): string | null {
  return given ?? (stage.kind === 'open' ? null : todayIn(ctx.tenant.timezone, ctx.clock()));
}

type Reasons = { reason?: string | null | undefined; lostReason?: string | null | undefined };

// Whoever says why a deal moves to a lost stage has given its lost reason.
export function withLostReason<Input extends Reasons>(input: Input, stage: Pick<Stage, 'kind'> | null): Input {
  const isTold = stage?.kind === 'lost' && input.reason && input.lostReason === undefined;
  return isTold ? { ...input, lostReason: input.reason } : input;
}
