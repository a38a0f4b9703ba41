import type { ActorContext } from '@aura/api';
import type { Permission } from '@aura/kernel';

export type SearchHit = { id: string; title: string; subtitle: string | null };

/** How a module answers the search across records. `find` returns at most `limit` hits that the person may see. */
export type SearchProvider = {
  entity: string;
  permission: Permission;
  find: (ctx: ActorContext, query: { q: string; limit: number }) => Promise<SearchHit[]>;
};
