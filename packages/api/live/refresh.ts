import type { Query, QueryClient } from '@tanstack/react-query';
import type { RequestLimit } from './request-limit.ts';

/** A burst of changes is one round. */
const GATHER_MS = 300;
const ROUND_EVERY_MS = 2_000;
/** So that a colleague's steady work uses at most 60 of a person's requests a minute. */
const EACH_REQUEST_MS = 1_000;

/**
 * What is not worth asking for again with every change: answers that only their own kind of record alters, or that one
 * asked for by a press. All others may show anything (a deal's organization, sums, timelines) and are asked again.
 */
const OWN_KIND: Readonly<Record<string, string>> = {
  me: 'member',
  members: 'member',
  roles: 'member',
  invitations: 'invitation',
  notifications: 'notification',
  pipelines: 'pipeline',
  stages: 'pipeline',
  customFields: 'custom_field',
  savedViews: 'saved_view',
  workspace: 'workspace',
  imports: 'import',
  exports: 'export',
  apiKeys: 'none',
  search: 'none',
  audit: 'none',
};

/** `null`: something changed, and nobody knows what. */
export type ChangedKinds = readonly string[] | null;

export type Refresher = { touch(kinds: ChangedKinds): void; stop(): void };

/** Asks again for what the page shows, keeping the old figures in view, at a pace that spares the person's requests. */
export function createRefresher(queries: QueryClient, limit: RequestLimit): Refresher {
  let kinds = new Set<string>();
  let isAnything = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let nextRoundAtMs = 0;

  const isTouched = ({ queryKey: [path] }: Query): boolean => {
    const own = Array.isArray(path) ? OWN_KIND[String(path[0])] : 'none';
    if (isAnything) return own !== 'none';
    return own ? kinds.has(own) : [...kinds].some((kind) => kind !== 'notification');
  };
  const plan = (waitMs: number): void => {
    timer ??= setTimeout(run, waitMs);
  };
  const run = (): void => {
    timer = undefined;
    const shown = queries.getQueryCache().findAll({ type: 'active', predicate: isTouched });
    const requests = shown.reduce((sum, query) => sum + pagesOf(query), 0);
    // An answer from before one's own change would undo on the screen what is being saved.
    const waitMs = queries.isMutating() > 0 ? GATHER_MS : limit.waitMs(requests);
    if (waitMs > 0) {
      plan(waitMs);
      return;
    }
    nextRoundAtMs = Date.now() + Math.max(ROUND_EVERY_MS, requests * EACH_REQUEST_MS);
    void queries.invalidateQueries({ predicate: isTouched });
    kinds = new Set();
    isAnything = false;
  };
  return {
    touch: (changed) => {
      if (changed === null) isAnything = true;
      for (const kind of changed ?? []) kinds.add(kind);
      plan(Math.max(GATHER_MS, nextRoundAtMs - Date.now()));
    },
    stop: () => clearTimeout(timer),
  };
}

/** An endless list asks for each of its pages. */
function pagesOf({ state: { data } }: Query): number {
  const { pages } = (data ?? {}) as { pages?: unknown };
  return Array.isArray(pages) ? Math.max(1, pages.length) : 1;
}
