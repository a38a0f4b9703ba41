import { z } from 'zod';
import { figure, periodOutput } from './figure.schema.ts';

const bands = z.object({
  committed: figure.meta({ description: 'Probability of 75% and more' }),
  best: figure.meta({ description: '50% to 74%' }),
  pipeline: figure.meta({ description: 'Under 50%' }),
  total: figure,
});

export const forecastOutput = z
  .object({
    asOf: z.iso.datetime(),
    period: periodOutput,
    months: z.array(bands.extend({ period: periodOutput })),
    ...bands.shape,
    earlier: figure.meta({ description: 'Open deals that were expected to close before the period' }),
    later: figure,
    undated: figure.meta({ description: 'Open deals without a close date' }),
  })
  .meta({ id: 'ForecastReport' });
export type Forecast = z.output<typeof forecastOutput>;
