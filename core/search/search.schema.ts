import { pageOf, text, uuid } from '@aura/kernel';
import { z } from 'zod';

export const searchInput = z.strictObject({
  q: text(200),
  limit: z.int().min(1, 'Use 1 to 5').max(5, 'Use 1 to 5').default(5).meta({ description: 'Hits of each entity' }),
});

const hit = z
  .object({ id: uuid, entity: z.string(), title: z.string(), subtitle: z.string().nullable() })
  .meta({ id: 'SearchHit' });
export type Hit = z.output<typeof hit>;

export const searchOutput = z.object({ items: z.array(hit) });
export type SearchResult = z.output<typeof searchOutput>;

const entity = z.string().min(1, 'Name an entity, for example contact').max(40);

export const searchPageInput = z.strictObject({
  entity,
  q: text(200),
  limit: z.int().min(1, 'Use 1 to 100').max(100, 'Use 1 to 100').default(25),
  cursor: z.string().max(2_000).optional(),
});
export type SearchPageInput = z.output<typeof searchPageInput>;
export const searchPageOutput = pageOf(hit);

export const searchCountInput = z.strictObject({ q: text(200) });
export const searchCountOutput = z.object({
  items: z.array(z.object({ entity: z.string(), total: z.int(), totalIsEstimate: z.boolean() })),
});
export type SearchCounts = z.output<typeof searchCountOutput>;

export const RECENT_MAX = 12;

export const recentInput = z.strictObject({
  records: z
    .array(z.strictObject({ entity, id: uuid }))
    .min(1, 'Name at least one record')
    .max(RECENT_MAX, `Name ${RECENT_MAX} or fewer`)
    .meta({ description: 'In the order in which they were opened' }),
});
export type RecentInput = z.output<typeof recentInput>;
export const recentChangeOutput = z.object({
  changed: z.int().meta({ description: 'Records that are remembered now; those not visible are not' }),
});
export const recentOutput = searchOutput;
