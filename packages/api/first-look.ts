/**
 * A question that a page asks as it opens. The page answers it with its HTML, under the key by which the screen asks.
 * Nothing that the frame around the page asks, too: it may be under way when the page comes, and the page would differ from its HTML.
 */
export type FirstQuestion = {
  /** "deals.board". */
  procedure: string;
  input?: object;
  /** What the screen sends besides what it keeps the answer under. */
  besides?: object;
};
