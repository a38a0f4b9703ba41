'use client';

import { announce } from '@aura/ui/announce';
import { EmptyState } from '@aura/ui/empty-state';
import { PageHeader } from '@aura/ui/page-header';
import { type TabItem, Tabs } from '@aura/ui/tabs';
import { TextInput } from '@aura/ui/text-input';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Search, X } from 'lucide-react';
import { debounce, parseAsString, useQueryState } from 'nuqs';
import { type FormEvent, type MouseEvent, type ReactNode, useEffect, useState } from 'react';
import type { SearchCounts } from '../search.schema.ts';
import { AllHits } from './all-hits.tsx';
import { EntityHits } from './entity-hits.tsx';
import { listText } from './search-text.ts';
import { useSearchApi } from './use-search-api.ts';

const TYPING_PAUSE_MS = 250;
const LETTERS_MIN = 2;
const SPOKEN_AFTER_MS = 500;

/** Finds records of all kinds by any of their words, with as many pages as there are hits. */
export function SearchScreen(): ReactNode {
  const [typed, setTyped] = useQueryState(
    'q',
    parseAsString.withDefault('').withOptions({ history: 'replace', limitUrlUpdates: debounce(TYPING_PAUSE_MS) }),
  );
  const q = useSettled(typed.trim());
  const open = (event: FormEvent): void => {
    event.preventDefault();
    document.querySelector<HTMLAnchorElement>('[data-hit]')?.click();
  };
  return (
    <div className="max-w-180">
      <PageHeader title="Search" />
      <search>
        <form onSubmit={open}>
          <TextInput
            type="search"
            aria-label="Search everything"
            placeholder="Name, e-mail, phone, company…"
            autoFocus
            autoComplete="off"
            data-search-field=""
            lead={<Search aria-hidden />}
            value={typed}
            onChange={(event) => void setTyped(event.target.value)}
            className="min-h-11 text-body-lg [&::-webkit-search-cancel-button]:hidden"
            trail={typed ? <ClearButton onClear={() => void setTyped('')} /> : null}
          />
        </form>
      </search>
      <div className="pt-4">
        {q.length >= LETTERS_MIN ? (
          <Answer q={q} />
        ) : (
          <p className="pt-2 text-muted">Type at least two letters. Enter opens the first hit.</p>
        )}
      </div>
    </div>
  );
}

function ClearButton({ onClear }: { onClear: () => void }): ReactNode {
  const clear = (event: MouseEvent<HTMLButtonElement>): void => {
    onClear();
    event.currentTarget.form?.querySelector('input')?.focus();
  };
  return (
    <button
      type="button"
      aria-label="Clear search"
      className="grid size-8 place-items-center rounded-control hover:bg-sunken hover:text-ink pointer-coarse:size-11"
      onClick={clear}
    >
      <X aria-hidden />
    </button>
  );
}

/** A tab for each kind that has hits, beside the best of all kinds. */
function Answer({ q }: { q: string }): ReactNode {
  const [type, setType] = useQueryState('type', parseAsString.withDefault('all').withOptions({ history: 'push' }));
  const { data, isPlaceholderData } = useQuery(
    useSearchApi().counts.queryOptions({ q }, { placeholderData: keepPreviousData }),
  );
  const counts = data?.items ?? [];
  const total = counts.reduce((sum, each) => sum + each.total, 0);
  useSpokenCount(data && !isPlaceholderData ? total : undefined);
  if (data && !isPlaceholderData && total === 0) return <Nothing q={q} />;
  const items = tabsOf(counts, { type, q, onAll: (entity) => void setType(entity) });
  return (
    <Tabs
      label="Kinds of records"
      items={items}
      value={items.some(({ value }) => value === type) ? type : 'all'}
      onValueChange={(value) => void setType(value === 'all' ? null : value)}
    />
  );
}

type TabOptions = { type: string; q: string; onAll: (entity: string) => void };

function tabsOf(counts: SearchCounts['items'], { type, q, onAll }: TabOptions): TabItem[] {
  // The tab that is open stays, also when what is typed now is not found in it.
  const found = counts.filter(({ entity, total }) => total > 0 || entity === type);
  return [
    { value: 'all', label: 'All', panel: <AllHits q={q} counts={counts} onAll={onAll} /> },
    ...found.map(({ entity, total }) => ({
      value: entity,
      label: listText(entity),
      count: total,
      panel: <EntityHits entity={entity} q={q} />,
    })),
  ];
}

function Nothing({ q }: { q: string }): ReactNode {
  return (
    <EmptyState kind="filtered" title={`Nothing found for “${q}”`}>
      Try fewer words, or the beginning of one. Only records that you may see are searched.
    </EmptyState>
  );
}

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

function useSpokenCount(count: number | undefined): void {
  useEffect(() => {
    if (count === undefined) return;
    const timer = setTimeout(
      () =>
        announce(count === 0 ? 'Nothing found' : `${count.toLocaleString('en-US')} ${count === 1 ? 'hit' : 'hits'}`),
      SPOKEN_AFTER_MS,
    );
    return () => clearTimeout(timer);
  }, [count]);
}
