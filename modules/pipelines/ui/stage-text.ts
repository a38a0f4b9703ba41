/** "14 deals", "1 deal"; undefined is not counted yet. */
export function dealsText(count: number | undefined): string {
  if (count === undefined) return 'its open deals';
  return `${count.toLocaleString('en-US')} ${count === 1 ? 'deal' : 'deals'}`;
}
