import { uuid } from '@aura/kernel';
import { z } from 'zod';
import { closedFigures, dealCount, periodOutput } from './figure.schema.ts';

const stageConversion = z.object({
  stageId: uuid,
  stageName: z.string(),
  pipelineId: uuid,
  pipelineName: z.string(),
  entered: dealCount.meta({ description: 'Deals whose latest stay in this stage began in the period' }),
  on: dealCount.meta({ description: 'Of those: gone on to a later stage, or won' }),
  lost: dealCount,
  back: dealCount.meta({ description: 'Of those: gone back to an earlier stage or to another pipeline' }),
  here: dealCount.meta({ description: 'Of those: still in the stage' }),
  onPercent: z.number().nullable().meta({ description: 'Gone on, of those whose stay has ended' }),
  medianDays: z.int().nullable().meta({ description: 'Whole days of the stays that have ended, the middle one' }),
});
export type StageConversion = z.output<typeof stageConversion>;

export const conversionOutput = z
  .object({
    asOf: z.iso.datetime(),
    period: periodOutput,
    closed: closedFigures.meta({ description: 'Deals closed in the period' }),
    stages: z.array(stageConversion),
  })
  .meta({ id: 'ConversionReport' });
export type Conversion = z.output<typeof conversionOutput>;
