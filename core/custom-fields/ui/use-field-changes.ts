import { inWords } from '@aura/api/record-edit';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCustomFieldsApi } from './use-custom-fields-api.ts';

/** The changes of definitions; each is followed by reading them anew, wherever they are shown. */
export function useFieldChanges() {
  const api = useCustomFieldsApi();
  const queries = useQueryClient();
  const create = useMutation(api.create.mutationOptions()).mutateAsync;
  const update = useMutation(api.update.mutationOptions()).mutateAsync;
  const order = useMutation(api.order.mutationOptions()).mutateAsync;
  const archive = useMutation(api.archive.mutationOptions()).mutateAsync;
  const restore = useMutation(api.restore.mutationOptions()).mutateAsync;
  const then = <Answer>(answer: Promise<Answer>): Promise<Answer> =>
    answer.finally(() => void queries.invalidateQueries({ queryKey: api.pathKey() }));
  return {
    create: (input: Parameters<typeof create>[0]) => then(create(input)),
    update: (input: Parameters<typeof update>[0]) => then(update(input)),
    order: (input: Parameters<typeof order>[0]) => then(inWords(order(input))),
    archive: (input: Parameters<typeof archive>[0]) => then(inWords(archive(input))),
    restore: (input: Parameters<typeof restore>[0]) => then(inWords(restore(input))),
  };
}
