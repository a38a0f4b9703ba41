'use client';

import type { Density, TableState } from '@aura/api/list-state';
import { chooseColumns } from '@aura/ui/column-choice';
import { ColumnChooser } from '@aura/ui/column-chooser';
import type { ColumnWidths } from '@aura/ui/column-width';
import { type Column, isRowHeader } from '@aura/ui/data-table';
import { FilterChip } from '@aura/ui/filter-chip';
import type { ReactNode } from 'react';
import type { CustomFieldEntity, CustomValues } from '../custom-field.ts';
import { customColumns, withCustomColumns } from './custom-columns.tsx';
import { useColumnWidths } from './use-column-widths.ts';
import { useCustomFields } from './use-custom-fields.ts';

type Options<Row> = {
  entity: CustomFieldEntity;
  /** The table's own columns; the one that names the rows is among them. */
  own: readonly Column<Row>[];
  /** Keys of custom fields that are filtered or sorted by: in sight as long as nobody chooses. */
  inUse: readonly string[];
  place: TableState;
};

export type TableColumns<Row> = {
  /** For the table. */
  table: { columns: readonly Column<Row>[]; sizing: ColumnWidths; density?: Density };
  /** The button of the toolbar. */
  chooser: ReactNode;
  /** Says which columns of the address there are not; null without any. */
  chips: ReactNode;
  /** What custom fields are called, by their keys. */
  labels: Readonly<Record<string, string>>;
};

/** The columns of a list's table, its custom fields among them, as the address says. */
export function useTableColumns<Row extends { customFields: CustomValues }>(options: Options<Row>): TableColumns<Row> {
  const { entity, own, inUse, place } = options;
  const { fields, isKnown } = useCustomFields(entity);
  const sizing = useColumnWidths(entity);
  const custom = customColumns<Row>(fields);
  const usual = own.filter(({ isExtra }) => !isExtra);
  const used = custom.filter((_, index) => inUse.includes(fields[index]?.key ?? ''));
  const all = [...own, ...custom];
  const { shown, unknown } = chooseColumns({
    all,
    usual: withCustomColumns(usual, used),
    text: place.cols,
    isComplete: isKnown,
  });
  const fixed = all.find((column) => isRowHeader(all, column));
  const isOther = ({ id }: { id: string }): boolean => id !== fixed?.id;
  const choose = (ids: readonly string[] | null): void =>
    place.setCols(ids === null ? null : [fixed?.id, ...ids].join(','));
  return {
    table: { columns: shown, sizing, ...(place.density ? { density: place.density } : {}) },
    chooser: fixed ? (
      <ColumnChooser
        all={all.filter(isOther)}
        shown={shown.filter(isOther)}
        fixed={fixed}
        isChosen={place.cols !== null}
        onChoose={choose}
        density={place.density}
        onDensityChange={place.setDensity}
      />
    ) : null,
    chips:
      unknown.length > 0 ? (
        <FilterChip
          isUnknown
          label={
            unknown.length === 1 ? `Column ${unknown[0]} from the link` : `${unknown.length} columns from the link`
          }
          value={unknown.length === 1 ? 'was ignored' : 'were ignored'}
          onRemove={() => choose(shown.filter(isOther).map(({ id }) => id))}
        />
      ) : null,
    labels: Object.fromEntries(fields.map(({ key, label }) => [key, label])),
  };
}
