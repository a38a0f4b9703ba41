'use client';

import { inWords } from '@aura/api/record-edit';
import { MenuItem } from '@aura/ui/menu';
import { RestoreButton } from '@aura/ui/restore-button';
import { archiveRow, RowMenu } from '@aura/ui/row-menu';
import { toast } from '@aura/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Product } from '../product.schema.ts';
import { productLock } from './product-columns.tsx';
import { useProductsApi } from './use-products-api.ts';

/** Editing, taking off sale, archiving and bringing back a product from its row. */
export function ProductRowActions({ product, onEdit }: { product: Product; onEdit: () => void }): ReactNode {
  const { setActive, archive, restore, onChanged } = useProductChanges(product);
  const { id, abilities, name, active } = product;
  const lock = productLock(product);
  if (abilities.restore) return <RestoreButton name={name} onRestore={() => restore().finally(onChanged)} />;
  return (
    <RowMenu
      row={product}
      // The sheet that edits it is all the page there is.
      href={lock ? { disabledReason: 'All about a product is in its row' } : `/products?edit=${id}`}
      edit={{ disabledReason: lock, onSelect: onEdit }}
      archive={{
        disabledReason: abilities.archive ? null : 'Managers archive products',
        onArchive: () => void archiveRow({ name, archive, restore, onChanged }),
      }}
    >
      <MenuItem disabledReason={lock} onSelect={() => void setActive(!active)}>
        {active ? 'Take off sale' : 'Put on sale'}
      </MenuItem>
    </RowMenu>
  );
}

function useProductChanges({ id, name }: Product) {
  const { products } = useProductsApi();
  const queryClient = useQueryClient();
  const update = useMutation(products.update.mutationOptions()).mutateAsync;
  const archive = useMutation(products.archive.mutationOptions()).mutateAsync;
  const restore = useMutation(products.restore.mutationOptions()).mutateAsync;
  const onChanged = (): void => void queryClient.invalidateQueries(products.pathFilter());
  return {
    onChanged,
    archive: () => inWords(archive({ id })),
    restore: () => inWords(restore({ id })),
    setActive: (active: boolean) =>
      inWords(update({ id, active }))
        .then(
          () => void toast({ title: `${name} is ${active ? 'for sale' : 'no longer for sale'}` }),
          (error: Error) =>
            void toast({ title: `Couldn't change ${name}`, description: error.message, tone: 'danger' }),
        )
        .finally(onChanged),
  };
}
