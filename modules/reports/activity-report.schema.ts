import { isoDate, uuid } from '@aura/kernel';
import { z } from 'zod';
import { activityFilter, periodFields, periodOutput } from './figure.schema.ts';

export const activityReportInput = z.strictObject({
  from: periodFields.from,
  to: isoDate.optional(),
  ownerId: uuid.optional(),
});
export type ActivityReportInput = z.output<typeof activityReportInput>;

const byType = { call: z.int(), email: z.int(), meeting: z.int(), note: z.int(), total: z.int() };
const counts = z.object({
  filter: activityFilter.meta({ description: 'All of these in GET /activities; add `type` for one kind' }),
  ...byType,
});
export type ActivityCounts = z.output<typeof counts>;

export const activityReportOutput = z
  .object({
    asOf: z.iso.datetime(),
    period: periodOutput,
    total: counts,
    weeks: z.array(counts.extend({ period: periodOutput })).meta({ description: 'Monday to Sunday' }),
    members: z.array(counts.extend({ userId: uuid, name: z.string().nullable() })),
    // A year of a large team has thousands of these, so they carry no names and no filters.
    rows: z
      .array(z.object({ userId: uuid, week: z.int().meta({ description: 'Its place in `weeks`, from 0' }), ...byType }))
      .meta({ description: 'Each member in each week, where there was anything' }),
  })
  .meta({ id: 'ActivityReport' });
export type ActivityReport = z.output<typeof activityReportOutput>;
