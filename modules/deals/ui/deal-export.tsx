import { ExportButton } from '@aura/exchange/client';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { type DealView, listFilterOf } from './deal-view.ts';
import { useMe } from './people.ts';
import { useDealsApi } from './use-deals-api.ts';

/** Takes out what the table shows. */
export function DealExport({ view }: { view: DealView }): ReactNode {
  const me = useMe();
  const filter = listFilterOf(view, me);
  const { deals } = useDealsApi();
  const { data } = useQuery(
    deals.list.queryOptions({ ...filter, limit: 1 }, { enabled: view.isSettled && me !== undefined }),
  );
  return <ExportButton scope="deals" filter={filter} facts={data} isFiltered={Object.keys(filter).length > 0} />;
}
