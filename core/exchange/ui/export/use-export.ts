import { useQuery } from '@tanstack/react-query';
import type { Export } from '../../export/export.schema.ts';
import { useExportsApi } from './use-exports-api.ts';

const POLL_MS = 1_000;

export const isBeingMade = ({ status }: Pick<Export, 'status'>): boolean => status === 'queued' || status === 'running';

/** The export's state, asked again each second until it is over. */
export function useExport(id: string) {
  return useQuery(
    useExportsApi().get.queryOptions(
      { id },
      {
        staleTime: 0,
        refetchInterval: ({ state }) => (state.data && !isBeingMade(state.data) ? false : POLL_MS),
      },
    ),
  );
}
