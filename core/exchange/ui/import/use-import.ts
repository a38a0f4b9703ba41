import { useQuery } from '@tanstack/react-query';
import type { Import } from '../../import/import.schema.ts';
import { useImportsApi } from './use-imports-api.ts';

const POLL_MS = 1_000;

export const isUnderWay = ({ status }: Pick<Import, 'status'>): boolean => status === 'queued' || status === 'running';

/** The import's state, asked again each second until it is over. */
export function useImport(id: string | null) {
  return useQuery(
    useImportsApi().get.queryOptions(
      { id: id ?? '' },
      {
        enabled: id !== null,
        staleTime: 0,
        refetchInterval: ({ state }) => (state.data && !isUnderWay(state.data) ? false : POLL_MS),
      },
    ),
  );
}
