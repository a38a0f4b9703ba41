import { useQuery } from '@tanstack/react-query';
import type { ImportDraft } from './import-draft.ts';
import { previewFile } from './send-file.ts';
import { matchedColumns } from './value-decisions.ts';

/** The values that nothing here answers to, as the columns are mapped now. Asked once for each way of mapping them. */
export function useUnmatched(draft: ImportDraft) {
  const { file, entity, preview } = draft;
  const columns = matchedColumns(draft);
  const known = preview && matchedColumns({ preview, mapping: preview.mapping }) === columns ? preview.unmatched : null;
  return useQuery({
    queryKey: ['import-unmatched', entity, file?.name, file?.size, file?.lastModified, columns],
    queryFn: async () => {
      if (!file) return [];
      return (await previewFile({ file, entity, options: { mapping: draft.mapping } })).unmatched;
    },
    enabled: file !== null && preview !== null,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    ...(known ? { initialData: known } : {}),
  });
}

export type UnmatchedQuery = Pick<ReturnType<typeof useUnmatched>, 'isPending' | 'isError' | 'refetch' | 'error'>;
