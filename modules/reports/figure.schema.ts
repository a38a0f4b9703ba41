import { activityListInput } from '@aura/activities';
import { dealFilterInput, moneySums } from '@aura/deals';
import { isoDate, uuid } from '@aura/kernel';
import { z } from 'zod';

export const scopeFields = { pipelineId: uuid.optional(), ownerId: uuid.optional() };
export type Scope = { pipelineId?: string | undefined; ownerId?: string | undefined };

export const periodFields = {
  from: isoDate.optional().meta({ description: "First day of the period, in the workspace's time zone" }),
  to: isoDate.optional().meta({ description: 'Last day of the period' }),
};
export const reportInput = z.strictObject({ ...periodFields, ...scopeFields });
export type ReportInput = z.output<typeof reportInput>;

export const periodOutput = z.object({ from: z.string(), to: z.string() });

/** How many deals; GET /deals lists them under `filter`. */
export const dealCount = z.object({
  count: z.int(),
  filter: dealFilterInput.meta({ description: 'The same deals in GET /deals' }),
});
export type DealCount = z.output<typeof dealCount>;

/** How many deals, and what they come to in each currency. */
export const figure = dealCount.extend({ sums: moneySums });
export type Figure = z.output<typeof figure>;

/** How many activities; GET /activities lists them under `filter`. */
export const activityFilter = activityListInput
  .pick({ type: true, authorId: true, fromDay: true, toDay: true })
  .meta({ description: 'The same activities in GET /activities' });
export type ActivityFilter = z.output<typeof activityFilter>;

export const closedFigures = z.object({ won: figure, lost: figure, closed: figure, winRate: z.number().nullable() });
export type ClosedFigures = z.output<typeof closedFigures>;

export const stageFigure = figure.extend({
  stageId: uuid,
  stageName: z.string(),
  pipelineId: uuid,
  pipelineName: z.string(),
  color: z.string().nullable(),
  probability: z.int(),
});
export type StageFigure = z.output<typeof stageFigure>;
