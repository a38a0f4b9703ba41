import { redirect } from 'next/navigation';
import { requireVisitor } from '../../../../shell/door.ts';
import { placesOf } from '../../../../shell/places.ts';

/** The workspace's address alone leads to the first place that the person may open. */
export default async function StartPage(): Promise<never> {
  const { actor } = await requireVisitor();
  redirect(placesOf(actor)[0]?.href ?? '/settings');
}
