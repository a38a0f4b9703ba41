import { activityPage } from '@aura/activities';
import { dealFilterInput, dealOutput, moneySums } from '@aura/deals';
import { isoDate, uuid } from '@aura/kernel';
import { z } from 'zod';

const scope = {
  pipelineId: uuid.optional(),
  ownerId: uuid.optional(),
};

export const dashboardInput = z.strictObject({
  from: isoDate.optional().meta({ description: 'First day of the period; the current month unless said' }),
  to: isoDate.optional(),
  ...scope,
});
export type DashboardInput = z.output<typeof dashboardInput>;

/** A number that GET /deals gives too, under `filter`. */
const figure = z.object({
  count: z.int(),
  sums: moneySums,
  filter: dealFilterInput.meta({ description: 'The same deals in GET /deals' }),
});
export type Figure = z.output<typeof figure>;

const stageFigure = figure.extend({
  stageId: uuid,
  stageName: z.string(),
  pipelineId: uuid,
  pipelineName: z.string(),
  color: z.string().nullable(),
  probability: z.int(),
});

const closedFigures = z.object({ won: figure, lost: figure, winRate: z.number().nullable() });
const period = z.object({ from: z.string(), to: z.string() });

const ownerFigure = z.object({
  ownerId: uuid,
  ownerName: z.string().nullable(),
  open: figure,
  attention: figure,
  won: figure,
  lost: figure,
  winRate: z.number().nullable(),
  activities7d: z.int(),
});
export type OwnerFigure = z.output<typeof ownerFigure>;

const change = z.object({
  id: uuid,
  type: z.string(),
  dealId: uuid,
  dealName: z.string(),
  occurredAt: z.iso.datetime(),
  actorId: uuid.nullable(),
  actorName: z.string().nullable(),
  data: z.record(z.string(), z.unknown()),
});

export const dashboardOutput = z
  .object({
    asOf: z.iso.datetime(),
    period,
    open: figure,
    stages: z.array(stageFigure),
    current: closedFigures,
    previous: closedFigures.extend({ period }),
    closingSoon: figure.extend({ deals: z.array(dealOutput) }),
    overdue: figure,
    rotting: figure,
    noNextStep: figure,
    attention: figure.extend({ deals: z.array(dealOutput) }),
    nextSteps: z.array(dealOutput).meta({ description: 'Open deals by next step, the most due first' }),
    byOwner: z.array(ownerFigure),
    recentActivities: activityPage.shape.items,
    recentChanges: z.array(change),
  })
  .meta({ id: 'Dashboard' });
export type Dashboard = z.output<typeof dashboardOutput>;

export const pipelineReportInput = z.strictObject(scope);
export type PipelineReportInput = z.output<typeof pipelineReportInput>;

export const pipelineReportOutput = z
  .object({
    asOf: z.iso.datetime(),
    pipelineId: uuid,
    pipelineName: z.string(),
    open: figure,
    stages: z.array(
      stageFigure.extend({
        rotting: z.int(),
        averageDays: z.number().nullable().meta({ description: 'How long its deals have been in the stage' }),
      }),
    ),
  })
  .meta({ id: 'PipelineReport' });
export type PipelineReport = z.output<typeof pipelineReportOutput>;
