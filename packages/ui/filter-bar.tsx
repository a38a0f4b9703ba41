'use client';

import { ListFilter, Search, X } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { Button } from './button.tsx';
import { Menu } from './menu.tsx';
import { TextInput } from './text-input.tsx';

export type FilterBarProps = {
  /** The search box. Leave out where there is none. */
  search?: { value: string; onValueChange: (value: string) => void; label: string };
  /** Items of the "Filter" menu. */
  filterMenu?: ReactNode;
  /** FilterChips, one for each filter that is set. */
  chips?: ReactNode;
  onClearAll?: () => void;
  /** How many were found, e.g. "1,204 contacts"; also said to screen readers by the caller. */
  summary?: ReactNode;
  /** View switches and the like at the end. */
  trail?: ReactNode;
};

/** Search, filters and what they found, above a list. */
export function FilterBar({ search, filterMenu, chips, onClearAll, summary, trail }: FilterBarProps): ReactNode {
  return (
    <search className="flex flex-col gap-2 pb-3">
      <div className="flex flex-wrap items-center gap-2">
        {search ? <SearchBox {...search} /> : null}
        {filterMenu ? (
          <Menu trigger={<Button icon={<ListFilter aria-hidden />}>Filter</Button>}>{filterMenu}</Menu>
        ) : null}
        {summary ? <span className="text-small text-muted">{summary}</span> : null}
        {trail ? <span className="flex flex-wrap items-center gap-2 sm:ms-auto">{trail}</span> : null}
      </div>
      {chips ? (
        <div className="flex flex-wrap items-center gap-2">
          {chips}
          {onClearAll ? (
            <Button variant="ghost" size="sm" onClick={onClearAll}>
              Clear all
            </Button>
          ) : null}
        </div>
      ) : null}
    </search>
  );
}

function SearchBox({ value, onValueChange, label }: NonNullable<FilterBarProps['search']>): ReactNode {
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="min-w-0 flex-[1_1_12rem] sm:max-w-72">
      <TextInput
        ref={input}
        type="search"
        aria-label={label}
        placeholder={label}
        value={value}
        onChange={(event) => onValueChange(event.target.value)}
        lead={<Search aria-hidden />}
        className="[&::-webkit-search-cancel-button]:hidden"
        trail={
          value ? (
            <button
              type="button"
              aria-label="Clear search"
              className="grid size-7 place-items-center rounded-control hover:bg-sunken hover:text-ink pointer-coarse:h-11 pointer-coarse:w-9"
              onClick={() => {
                onValueChange('');
                input.current?.focus();
              }}
            >
              <X aria-hidden />
            </button>
          ) : null
        }
      />
    </div>
  );
}
