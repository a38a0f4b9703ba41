'use client';

import { useSearchApi } from '@aura/search/client';
import { Combobox } from '@aura/ui/combobox';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';

export type FoundRecord = { entity: string; id: string; name: string };

type RecordFinderProps = { value: FoundRecord | null; onValueChange: (record: FoundRecord | null) => void };

/** Finds a record of any kind by typing. */
export function RecordFinder({ value, onValueChange }: RecordFinderProps): ReactNode {
  const [query, setQuery] = useState('');
  const search = useSearchApi().all.queryOptions({ q: query || ' ' }, { placeholderData: keepPreviousData });
  const { data, isFetching } = useQuery({ ...search, enabled: query.trim() !== '' });
  const options = (query.trim() ? (data?.items ?? []) : []).map(({ entity, id, title, subtitle }) => ({
    value: `${entity}:${id}`,
    label: title,
    detail: [entity, subtitle].filter(Boolean).join(' · '),
  }));
  return (
    <Combobox
      value={value ? { value: `${value.entity}:${value.id}`, label: value.name } : null}
      onValueChange={(option) => onValueChange(option ? recordOf(option.value, option.label) : null)}
      options={options}
      onQueryChange={setQuery}
      loading={isFetching}
      placeholder="Find a record"
      emptyText={query.trim() ? 'No record of that name.' : 'Type a name.'}
    />
  );
}

function recordOf(key: string, name: string): FoundRecord {
  const [entity = '', id = ''] = key.split(':');
  return { entity, id, name };
}
