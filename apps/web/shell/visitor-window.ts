import { headers } from 'next/headers';

/** Whether the browser says that it is a phone's: its first page is drawn narrow. Wrong guesses are drawn anew. */
export async function isPhone(): Promise<boolean> {
  return (await headers()).get('user-agent')?.includes('Mobile') === true;
}
