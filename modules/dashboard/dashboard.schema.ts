import { activityPage } from '@aura/activities';
import { dealOutput, moneySums } from '@aura/deals';
import { isoDate, uuid } from '@aura/kernel';
import { activityFilter, closedFiguresOutput, figure, periodOutput, stageFigure } from '@aura/reports';
import { z } from 'zod';

export const dashboardInput = z.strictObject({
  from: isoDate.optional().meta({ description: 'First day of the period; the current month unless said' }),
  to: isoDate.optional(),
  pipelineId: uuid.optional(),
  ownerId: uuid.optional(),
});
export type DashboardInput = z.output<typeof dashboardInput>;

/** What a line of a list shows and a press on it needs; GET /deals/{id} has the rest. */
const dashboardDeal = dealOutput
  .pick({
    id: true,
    version: true,
    name: true,
    amount: true,
    currency: true,
    status: true,
    closeDate: true,
    stageName: true,
    organizationName: true,
    ownerId: true,
    ownerName: true,
    nextStep: true,
    nextStepOn: true,
    stageEnteredAt: true,
    isRotting: true,
  })
  .extend({ abilities: dealOutput.shape.abilities.pick({ update: true }) });
export type DashboardDeal = z.output<typeof dashboardDeal>;

const ownerFigure = z.object({
  ownerId: uuid,
  ownerName: z.string().nullable(),
  open: figure,
  attention: figure,
  ...closedFiguresOutput.shape,
  activities7d: z.int(),
  activityFilter: activityFilter.meta({ description: 'The same activities in GET /activities' }),
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
    period: periodOutput,
    open: figure,
    openBefore: z
      .object({ count: z.int(), sums: moneySums })
      .meta({ description: 'What was open when the period began, at the values of today' }),
    stages: z.array(stageFigure),
    current: closedFiguresOutput,
    previous: closedFiguresOutput.extend({ period: periodOutput }),
    closingSoon: figure.extend({ deals: z.array(dashboardDeal) }),
    overdue: figure,
    rotting: figure,
    noNextStep: figure.extend({ deals: z.array(dashboardDeal) }),
    attention: figure.extend({ deals: z.array(dashboardDeal) }),
    nextSteps: z.array(dashboardDeal).meta({ description: 'Open deals by next step, the most due first' }),
    byOwner: z.array(ownerFigure),
    recentActivities: activityPage.shape.items,
    recentChanges: z.array(change),
  })
  .meta({ id: 'Dashboard' });
export type Dashboard = z.output<typeof dashboardOutput>;
