import { redirect } from 'next/navigation';
import { requireVisitor } from '../../../../shell/door.ts';
import { placesOf } from '../../../../shell/places.ts';
import type { SearchParams } from '../../../../shell/search-params.ts';

/** The workspace's address alone leads to the first place that the person may open; a newcomer is greeted there. */
export default async function StartPage({ searchParams }: { searchParams: SearchParams }): Promise<never> {
  const { actor } = await requireVisitor();
  const greeting = 'welcome' in (await searchParams) ? '?welcome=1' : '';
  redirect(`${placesOf(actor)[0]?.href ?? '/settings'}${greeting}`);
}
