import { useState } from 'react';

export type CursorStack = {
  /** The cursor of the page in sight; undefined for the first. */
  cursor: string | undefined;
  /** Pages before this one. */
  depth: number;
  next: (cursor: string) => void;
  previous: () => void;
  first: () => void;
};

/** The way back through a list that knows only its next cursor. A new `key` (another filter or order) starts over. */
export function useCursorStack(key: string): CursorStack {
  const [state, setState] = useState<{ key: string; cursors: readonly string[] }>({ key, cursors: [] });
  const cursors = state.key === key ? state.cursors : [];
  return {
    cursor: cursors.at(-1),
    depth: cursors.length,
    next: (cursor) => setState({ key, cursors: [...cursors, cursor] }),
    previous: () => setState({ key, cursors: cursors.slice(0, -1) }),
    first: () => setState({ key, cursors: [] }),
  };
}
