'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { SavedView } from '../saved-view.schema.ts';
import type { ViewAddress, ViewEntity, Visibility } from '../saved-view.ts';
import { useSavedViewsApi } from './use-saved-views-api.ts';

type NewView = { name: string; visibility: Visibility; address: ViewAddress };
export type ViewPatch = Partial<NewView>;

export type ViewChanges = {
  create: (view: NewView) => Promise<SavedView>;
  update: (view: SavedView, patch: ViewPatch) => Promise<SavedView>;
  archive: (view: SavedView) => Promise<void>;
  restore: (view: SavedView) => Promise<SavedView>;
  /** Asks again for what there is: after a refusal, or once a deleted view is left. */
  refresh: () => void;
};

/** What can be done to the views of a list. What was saved is in the tabs at once. */
export function useViewChanges(entity: ViewEntity): ViewChanges {
  const api = useSavedViewsApi();
  const queries = useQueryClient();
  const create = useMutation(api.create.mutationOptions()).mutateAsync;
  const update = useMutation(api.update.mutationOptions()).mutateAsync;
  const archive = useMutation(api.archive.mutationOptions()).mutateAsync;
  const restore = useMutation(api.restore.mutationOptions()).mutateAsync;
  const refresh = (): void => void queries.invalidateQueries({ queryKey: api.ofEntity.queryKey() });
  const shown = async (saving: Promise<SavedView>): Promise<SavedView> => {
    const view = await saving.finally(refresh);
    queries.setQueryData(api.ofEntity.queryKey({ entity }), (known) => ({
      items: [...(known?.items ?? []).filter(({ id }) => id !== view.id), view],
    }));
    return view;
  };
  return {
    create: ({ address, ...view }) => shown(create({ entity, ...view, address: { ...address } })),
    update: ({ id, version }, { address, ...patch }) =>
      shown(update({ id, expectedVersion: version, ...patch, ...(address ? { address: { ...address } } : {}) })),
    archive: ({ id, version }) => archive({ id, expectedVersion: version }),
    restore: ({ id }) => shown(restore({ id })),
    refresh,
  };
}
