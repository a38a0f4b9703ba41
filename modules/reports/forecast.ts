/** How sure an open deal is, by its probability; the bounds are those of the deal list's filter. */
export const FORECAST_BANDS = {
  committed: { minProbability: 75 },
  best: { minProbability: 50, maxProbability: 74 },
  pipeline: { maxProbability: 49 },
} as const;
export type ForecastBand = keyof typeof FORECAST_BANDS;
export const forecastBands = ['committed', 'best', 'pipeline'] as const satisfies readonly ForecastBand[];
