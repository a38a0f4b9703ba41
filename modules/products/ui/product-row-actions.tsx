'use client';

import { inWords } from '@aura/api/record-edit';
import { IconButton } from '@aura/ui/icon-button';
import { Menu, MenuItem, MenuSeparator } from '@aura/ui/menu';
import { RestoreButton } from '@aura/ui/restore-button';
import { toast } from '@aura/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Ellipsis } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Product } from '../product.schema.ts';
import { useProductsApi } from './use-products-api.ts';

/** Editing, taking off sale, archiving and bringing back a product from its row. */
export function ProductRowActions({ product, onEdit }: { product: Product; onEdit: () => void }): ReactNode {
  const { setActive, archive, restore } = useProductChanges(product);
  const { abilities, name, active } = product;
  if (abilities.restore) return <RestoreButton name={name} onRestore={restore} />;
  return (
    <Menu align="end" trigger={<IconButton label={`Actions for ${name}`} size="sm" icon={<Ellipsis aria-hidden />} />}>
      <MenuItem disabledReason={abilities.update ? null : 'Managers edit products'} onSelect={onEdit}>
        Edit
      </MenuItem>
      <MenuItem
        disabledReason={abilities.update ? null : 'Managers edit products'}
        onSelect={() => void setActive(!active)}
      >
        {active ? 'Take off sale' : 'Put on sale'}
      </MenuItem>
      <MenuSeparator />
      <MenuItem
        tone="danger"
        disabledReason={abilities.archive ? null : 'Managers archive products'}
        onSelect={() => void archive()}
      >
        Archive
      </MenuItem>
    </Menu>
  );
}

function useProductChanges({ id, name }: Product) {
  const { products } = useProductsApi();
  const queryClient = useQueryClient();
  const update = useMutation(products.update.mutationOptions()).mutateAsync;
  const archiveIt = useMutation(products.archive.mutationOptions()).mutateAsync;
  const restoreIt = useMutation(products.restore.mutationOptions()).mutateAsync;
  const run = async (change: Promise<unknown>): Promise<void> => {
    await inWords(change).finally(() => void queryClient.invalidateQueries(products.pathFilter()));
  };
  const restore = (): Promise<void> => run(restoreIt({ id }));
  const tell = (change: Promise<void>, done: () => void): Promise<void> =>
    change.then(done, (error: Error) => {
      toast({ title: `Couldn't change ${name}`, description: error.message, tone: 'danger' });
    });
  return {
    restore,
    setActive: (active: boolean) =>
      tell(run(update({ id, active })), () =>
        toast({ title: `${name} is ${active ? 'for sale' : 'no longer for sale'}` }),
      ),
    archive: () =>
      tell(run(archiveIt({ id })), () =>
        toast({ title: `Archived ${name}`, action: { label: 'Undo', isUndo: true, onAction: () => void restore() } }),
      ),
  };
}
