import { fold } from './importer.ts';

/** How a closed set is compared: case and double spaces aside. */
export const plain = (text: string): string => text.trim().toLowerCase().replaceAll(/\s+/g, ' ');

/** Spaces, case, accents and punctuation aside: GTXPro and GTX-Pro are both gtxpro. */
export const squeeze = (text: string): string => fold(text).replaceAll(' ', '');

/**
 * The candidate that a value is another spelling of. Only what differs in nothing a person means: Acme 1 is no
 * misspelt Acme 2, and where two candidates would fit, none is suggested.
 */
export function suggester(candidates: readonly string[]): (value: string) => string | null {
  const bySpelling = Map.groupBy(candidates, squeeze);
  return (value) => {
    const spelling = squeeze(value);
    const [only, second] = spelling === '' ? [] : (bySpelling.get(spelling) ?? []);
    return only !== undefined && second === undefined ? only : null;
  };
}
