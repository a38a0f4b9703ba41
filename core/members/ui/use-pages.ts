import { useState } from 'react';

export type Pages = {
  cursor: string | undefined;
  number: number;
  first?: () => void;
  previous?: () => void;
  next: (cursor: string) => void;
};

/** The way through a list by its cursors: back is to where one came from. */
export function usePages(): Pages {
  const [trail, setTrail] = useState<readonly string[]>([]);
  return {
    cursor: trail.at(-1),
    number: trail.length + 1,
    ...(trail.length > 0 ? { first: () => setTrail([]), previous: () => setTrail(trail.slice(0, -1)) } : {}),
    next: (cursor) => setTrail([...trail, cursor]),
  };
}

type ListQuery = { error: unknown; isPending: boolean; isPlaceholderData: boolean };

/** How a list's table stands: rows that are being replaced stay in sight. */
export function tableStatus({
  error,
  isPending,
  isPlaceholderData,
}: ListQuery): 'error' | 'loading' | 'refreshing' | 'ready' {
  if (error) return 'error';
  if (isPending) return 'loading';
  return isPlaceholderData ? 'refreshing' : 'ready';
}
