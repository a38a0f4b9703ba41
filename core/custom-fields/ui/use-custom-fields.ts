import { useQuery } from '@tanstack/react-query';
import type { CustomField } from '../custom-field.schema.ts';
import type { CustomFieldEntity } from '../custom-field.ts';
import { useCustomFieldsApi } from './use-custom-fields-api.ts';

const A_MINUTE_MS = 60_000;
const none: readonly CustomField[] = [];

export type CustomFieldsAnswer = {
  fields: readonly CustomField[];
  /** Whether it is known which fields there are. */
  isKnown: boolean;
  isFailed: boolean;
  retry: () => void;
};

/** The custom fields that records of this kind have now, in their order; none until they are known. */
export function useCustomFields(entity: CustomFieldEntity): CustomFieldsAnswer {
  const query = useQuery(useCustomFieldsApi().ofEntity.queryOptions({ entity }, { staleTime: A_MINUTE_MS }));
  return {
    fields: query.data?.items ?? none,
    isKnown: query.data !== undefined,
    isFailed: query.isError,
    retry: () => void query.refetch(),
  };
}
