import type { Notification } from '../notification.schema.ts';

export type NotificationGroup = { id: string; name: string | null; items: Notification[] };

/** Together what is about one record, at the place of its newest. A group of one needs no name. */
export function groupByRecord(items: readonly Notification[]): NotificationGroup[] {
  const groups = Map.groupBy(items, ({ id, about, record }) => about?.id ?? record?.id ?? id);
  return [...groups].map(([id, group]) => {
    const [newest] = group;
    const name = newest?.about?.name ?? newest?.record?.name ?? null;
    return { id, name: group.length > 1 ? name : null, items: group };
  });
}
