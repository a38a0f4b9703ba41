'use client';

import { failureText } from '@aura/api/record-edit';
import { announce } from '@aura/ui/announce';
import { Badge } from '@aura/ui/badge';
import { Banner } from '@aura/ui/banner';
import { Button } from '@aura/ui/button';
import { EmptyState } from '@aura/ui/empty-state';
import { Link } from '@aura/ui/link';
import { PageHeader } from '@aura/ui/page-header';
import { SkeletonRegion, SkeletonRows } from '@aura/ui/skeleton';
import { TextInput } from '@aura/ui/text-input';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Search, X } from 'lucide-react';
import { debounce, parseAsString, useQueryState } from 'nuqs';
import { type FormEvent, type MouseEvent, type ReactNode, useEffect, useState } from 'react';
import type { SearchResult } from '../search.schema.ts';
import { entityText, hitHref, listHref, marked } from './search-text.ts';
import { useSearchApi } from './use-search-api.ts';

const TYPING_PAUSE_MS = 250;
const LETTERS_MIN = 2;

/** Finds records of all kinds by any of their words. */
export function SearchScreen(): ReactNode {
  const [typed, setTyped] = useQueryState(
    'q',
    parseAsString.withDefault('').withOptions({ history: 'replace', limitUrlUpdates: debounce(TYPING_PAUSE_MS) }),
  );
  const q = useSettled(typed.trim());
  const isAsked = q.length >= LETTERS_MIN;
  const query = useQuery(
    useSearchApi().all.queryOptions({ q }, { enabled: isAsked, placeholderData: keepPreviousData }),
  );
  useSpokenCount(isAsked && !query.isPlaceholderData ? query.data?.items.length : undefined);
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
            lead={<Search aria-hidden />}
            value={typed}
            onChange={(event) => void setTyped(event.target.value)}
            className="min-h-11 text-body-lg [&::-webkit-search-cancel-button]:hidden"
            trail={typed ? <ClearButton onClear={() => void setTyped('')} /> : null}
          />
        </form>
      </search>
      <div className="pt-6">
        {isAsked ? (
          <Answer query={query} q={q} />
        ) : (
          <p className="text-muted">Type at least two letters. Enter opens the first hit.</p>
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

type Query = {
  data: SearchResult | undefined;
  isError: boolean;
  error: unknown;
  isPlaceholderData: boolean;
  refetch: () => unknown;
};

function Answer({ query, q }: { query: Query; q: string }): ReactNode {
  const { data, isError, error, isPlaceholderData, refetch } = query;
  if (isError) {
    return (
      <Banner
        tone="danger"
        title="Search is unavailable"
        isAnnounced
        actions={<Button onClick={() => void refetch()}>Retry</Button>}
      >
        {failureText(error)}
      </Banner>
    );
  }
  if (!data || (isPlaceholderData && data.items.length === 0)) {
    return (
      <SkeletonRegion label="Searching">
        <SkeletonRows rows={5} />
      </SkeletonRegion>
    );
  }
  return data.items.length === 0 ? <Nothing q={q} /> : <Hits hits={data.items} q={q} />;
}

type Hit = SearchResult['items'][number];

function Hits({ hits, q }: { hits: readonly Hit[]; q: string }): ReactNode {
  const entities = [...new Set(hits.map(({ entity }) => entity))];
  return (
    <div className="flex flex-col gap-6">
      {entities.map((entity) => {
        const found = hits.filter((hit) => hit.entity === entity);
        return (
          <section key={entity} aria-label={entityText(entity, 2)}>
            <div className="flex items-baseline justify-between gap-3 pb-2">
              <h2 className="flex items-center gap-2 text-h3">
                {entityText(entity, 2)} <Badge>{found.length}</Badge>
              </h2>
              <Link href={listHref(entity, q)} prefetch={false} className="inline-block min-h-6 text-link">
                All<span className="sr-only"> {entityText(entity, 2)}</span> in the list
              </Link>
            </div>
            <ul className="divide-y divide-line rounded-panel border border-line bg-surface">
              {found.map((hit) => (
                <li key={hit.id}>
                  <Link
                    href={hitHref(hit)}
                    prefetch={false}
                    data-hit=""
                    className="block px-4 py-2.5 -outline-offset-2 hover:bg-canvas"
                  >
                    <span className="block font-medium wrap-anywhere">
                      <Marked text={hit.title} q={q} />
                    </span>
                    {hit.subtitle ? (
                      <span className="block text-small wrap-anywhere text-muted">
                        <Marked text={hit.subtitle} q={q} />
                      </span>
                    ) : null}
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

function Marked({ text, q }: { text: string; q: string }): ReactNode {
  return marked(text, q).map((part) =>
    part.isHit ? (
      <mark key={part.at} className="rounded-[2px] bg-copper-soft text-ink">
        {part.text}
      </mark>
    ) : (
      part.text
    ),
  );
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
      () => announce(count === 0 ? 'Nothing found' : `${count} ${count === 1 ? 'hit' : 'hits'}`),
      500,
    );
    return () => clearTimeout(timer);
  }, [count]);
}
