import type { ActorContext } from '@aura/api';
import type { Page, Permission } from '@aura/kernel';

export type SearchHit = { id: string; title: string; subtitle: string | null };

/** How a module answers the search across records. All of it shows only live records that the person may see. */
export type SearchProvider = {
  entity: string;
  permission: Permission;
  /** At most `limit` hits: the first that a person wants. */
  find: (ctx: ActorContext, query: { q: string; limit: number }) => Promise<SearchHit[]>;
  /** All hits, page by page, with their number. */
  page: (
    ctx: ActorContext,
    query: { q: string; limit: number; cursor?: string | undefined },
  ) => Promise<Page<SearchHit>>;
  /** Records by their ids; those that are archived or not visible are left out. */
  named: (ctx: ActorContext, ids: readonly string[]) => Promise<SearchHit[]>;
};
