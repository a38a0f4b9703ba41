import type { ReactNode } from 'react';
import { FilterChip } from './filter-chip.tsx';

type FilterPlace<Filter extends string> = {
  ignored: readonly Filter[];
  setFilter: (name: Filter, value: null) => void;
};

export type SetFilter<Filter extends string> = { name: Filter; label: string; value: string };

/** A chip for each filter that is set, after those of the address that the list does not know; null without any. */
export function filterChips<Filter extends string>(
  { ignored, setFilter }: FilterPlace<Filter>,
  set: readonly (SetFilter<Filter> | null)[],
): ReactNode {
  const unknown = ignored.map((name) => ({ name, label: `${name} from the link`, value: 'was ignored' }));
  const chips = [...unknown, ...set.filter((chip) => chip !== null)];
  if (chips.length === 0) return null;
  return chips.map(({ name, label, value }) => (
    <FilterChip
      key={name}
      label={label}
      value={value}
      isUnknown={ignored.includes(name)}
      onRemove={() => setFilter(name, null)}
    />
  ));
}

/** The chips of two sources in one row; null without any, so that no row is drawn. */
export function allChips(own: ReactNode, others: ReactNode): ReactNode {
  if (!own && !others) return null;
  return (
    <>
      {own}
      {others}
    </>
  );
}
