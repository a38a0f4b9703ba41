import { text, uuid } from '@aura/kernel';
import { z } from 'zod';

export const searchInput = z.strictObject({
  q: text(200),
  limit: z.int().min(1, 'Use 1 to 5').max(5, 'Use 1 to 5').default(5).meta({ description: 'Hits of each entity' }),
});

export const searchOutput = z.object({
  items: z.array(
    z
      .object({ id: uuid, entity: z.string(), title: z.string(), subtitle: z.string().nullable() })
      .meta({ id: 'SearchHit' }),
  ),
});
export type SearchResult = z.output<typeof searchOutput>;
