/** A question that a page asks as it opens. The page answers it with its HTML, under the key by which the screen asks. */
export type FirstQuestion = {
  /** "deals.board". */
  procedure: string;
  input?: object;
  /** What the screen sends besides what it keeps the answer under. */
  besides?: object;
};
