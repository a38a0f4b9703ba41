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
