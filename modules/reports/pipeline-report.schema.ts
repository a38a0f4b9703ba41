import { dealOutput } from '@aura/deals';
import { uuid } from '@aura/kernel';
import { z } from 'zod';
import { figure, scopeFields, stageFigure } from './figure.schema.ts';

export const pipelineReportInput = z.strictObject(scopeFields);
export type PipelineReportInput = z.output<typeof pipelineReportInput>;

const few = z.array(dealOutput);

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
    closingSoon: figure.extend({ deals: few }).meta({ description: 'In the next 14 days' }),
    largest: few.meta({ description: 'Open deals of the highest value' }),
    longestInStage: few,
  })
  .meta({ id: 'PipelineReport' });
export type PipelineReport = z.output<typeof pipelineReportOutput>;
