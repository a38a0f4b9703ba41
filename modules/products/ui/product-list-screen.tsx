'use client';

import { type FilterKind, type ListState, useListState } from '@aura/api/list-state';
import { failureText } from '@aura/api/record-edit';
import { BulkActions, canSelect } from '@aura/bulk/client';
import { useCustomList } from '@aura/custom-fields/client';
import { ExportButton, ExportSelection } from '@aura/exchange/client';
import { useMe } from '@aura/identity/client';
import { announce } from '@aura/ui/announce';
import { Button } from '@aura/ui/button';
import { EmptyState } from '@aura/ui/empty-state';
import { allChips, filterChips } from '@aura/ui/filter-chips';
import { LIST_LIMIT, ListPage } from '@aura/ui/list-page';
import { MenuRadioGroup, MenuRadioItem } from '@aura/ui/menu';
import { PageHeader } from '@aura/ui/page-header';
import { useSelection } from '@aura/ui/use-selection';
import { ViewTabs } from '@aura/views/client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { parseAsBoolean, parseAsString, useQueryState } from 'nuqs';
import type { ReactNode } from 'react';
import type { Product } from '../product.schema.ts';
import { useProductColumns } from './product-columns.tsx';
import { ProductRowActions } from './product-row-actions.tsx';
import { ProductSheet } from './product-sheet.tsx';
import { useProductBulk } from './use-product-bulk.ts';
import { useProductEdits } from './use-product-edits.ts';
import { useProductsApi } from './use-products-api.ts';

const filters = { active: ['true', 'false'], category: 'text' } as const satisfies Record<string, FilterKind>;
type Filter = keyof typeof filters;
const noun = ['product', 'products'] as const;

/** What can be sold, at what price and cost. Managers keep the list; everyone reads it. */
export function ProductListScreen(): ReactNode {
  const list = useListState<Filter>({ filters, sorts: ['name', 'sku', 'createdAt', 'updatedAt'], defaultSort: 'name' });
  const [isNew, setNew] = useQueryState('new', parseAsBoolean.withDefault(false));
  const [editedId, setEditedId] = useQueryState('edit', parseAsString);
  const me = useMe();
  const canCreate = me?.permissions.includes('product:create') === true;
  const { active, category } = list.filters;
  const { products } = useProductsApi();
  const custom = useCustomList<Product>('product', { place: list, own: useProductColumns() });
  const filter = {
    ...custom.filter,
    deleted: list.isArchived,
    ...(list.q ? { q: list.q } : {}),
    ...(active ? { active: active === 'true' } : {}),
    ...(category ? { category } : {}),
  };
  const answer = useQuery(
    products.list.queryOptions(
      { limit: LIST_LIMIT, ...custom.input, ...(list.cursor ? { cursor: list.cursor } : {}), ...filter },
      { placeholderData: keepPreviousData, enabled: custom.isReady },
    ),
  );
  const bulk = useProductBulk();
  const edits = useProductEdits(custom.labels);
  const { deleted: isDeleted, ...bulkFilter } = filter;
  const selection = useSelection({ scope: filter, rows: answer.data?.items, isOn: canSelect(bulk.may, isDeleted) });
  const add = canCreate ? () => void setNew(true) : null;
  const close = (): void => {
    void setNew(null);
    void setEditedId(null);
  };
  return (
    <>
      <PageHeader
        title="Products"
        primaryAction={add ? <AddButton onAdd={add} /> : null}
        actions={
          <ExportButton
            scope="products"
            filter={filter}
            facts={answer.data}
            isFiltered={list.isFiltered || list.isArchived}
          />
        }
      />
      <ListPage
        place={list}
        answer={answer}
        noun={noun}
        searchLabel="Search products"
        views={<ViewTabs entity="product" path="/products" hasMine={false} />}
        hasArchive
        errorText={answer.isError ? failureText(answer.error) : null}
        filterMenu={
          <>
            <ActiveFilter list={list} />
            {custom.menuItem}
          </>
        }
        chips={allChips(chipsOf(list), custom.chips)}
        trail={custom.chooser}
        note={edits.conflict}
        firstUse={<FirstUse onAdd={add} />}
        table={{
          caption: list.isArchived ? 'Archived products' : 'Products',
          ...custom.table,
          editing: edits.editing,
          rowKey: ({ id }) => id,
          rowLabel: ({ name }) => name,
          ...selection.tableProps,
          rowActions: (product) => <ProductRowActions product={product} onEdit={() => void setEditedId(product.id)} />,
        }}
      />
      <BulkActions
        {...bulk}
        noun={noun}
        selection={selection}
        facts={answer.data}
        filter={bulkFilter}
        isArchived={isDeleted}
        exportButton={<ExportSelection scope="products" selection={selection} filter={filter} facts={answer.data} />}
      />
      {custom.panel}
      <ProductSheet
        isOpen={(isNew && canCreate) || editedId !== null}
        productId={editedId}
        onClose={close}
        onSaved={(product, isAdded) => {
          close();
          announce(`Product ${product.name} ${isAdded ? 'created' : 'saved'}`);
        }}
      />
    </>
  );
}

function AddButton({ onAdd }: { onAdd: () => void }): ReactNode {
  return (
    <Button variant="primary" icon={<Plus aria-hidden />} onClick={onAdd}>
      Product
    </Button>
  );
}

function ActiveFilter({ list }: { list: ListState<Filter> }): ReactNode {
  return (
    <MenuRadioGroup
      label="For sale"
      value={list.filters.active ?? 'all'}
      onValueChange={(value) => list.setFilter('active', value === 'all' ? null : value)}
    >
      <MenuRadioItem value="all">All products</MenuRadioItem>
      <MenuRadioItem value="true">For sale</MenuRadioItem>
      <MenuRadioItem value="false">No longer for sale</MenuRadioItem>
    </MenuRadioGroup>
  );
}

function chipsOf(list: ListState<Filter>): ReactNode {
  const { active, category } = list.filters;
  return filterChips(list, [
    active ? { name: 'active', label: 'For sale', value: active === 'true' ? 'yes' : 'no longer' } : null,
    category ? { name: 'category', label: 'Category', value: category } : null,
  ]);
}

function FirstUse({ onAdd }: { onAdd: (() => void) | null }): ReactNode {
  return (
    <EmptyState
      title="What you sell"
      action={
        onAdd ? (
          <Button variant="primary" icon={<Plus aria-hidden />} onClick={onAdd}>
            Add a product
          </Button>
        ) : null
      }
    >
      {onAdd
        ? 'Products bring their price, cost and discount limit into a deal’s line items.'
        : 'Nothing yet. Managers add products; you can sell anything else as free text in a deal’s line items.'}
    </EmptyState>
  );
}
