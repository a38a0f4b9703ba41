type Reveal = (dealId: string) => boolean;

const columns = new Set<Reveal>();

/** A column that draws only the cards in sight offers to scroll to one of its others. Answers how to take that back. */
export function offerReveal(reveal: Reveal): () => void {
  columns.add(reveal);
  return () => columns.delete(reveal);
}

/** Has the column of a deal scroll to its card. False: no column has it. */
export function revealDeal(dealId: string): boolean {
  return [...columns].some((reveal) => reveal(dealId));
}
