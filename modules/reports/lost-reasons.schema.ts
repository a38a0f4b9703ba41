import { uuid } from '@aura/kernel';
import { z } from 'zod';
import { closedFigures, figure, periodOutput } from './figure.schema.ts';

const reason = z.string().nullable().meta({ description: 'null: none was given' });
const stage = {
  stageId: uuid.nullable().meta({ description: 'null: the deal came in as a lost one' }),
  stageName: z.string().nullable(),
};

export const lostReasonsOutput = z
  .object({
    asOf: z.iso.datetime(),
    period: periodOutput,
    closed: closedFigures,
    reasons: z.array(figure.extend({ reason })).meta({ description: 'The commonest first, a hundred at most' }),
    stages: z.array(figure.extend(stage)).meta({ description: 'By the stage that deals were lost in' }),
    cells: z.array(figure.extend({ reason, ...stage })).meta({ description: 'Reasons by stages' }),
  })
  .meta({ id: 'LostReasonsReport' });
export type LostReasons = z.output<typeof lostReasonsOutput>;
