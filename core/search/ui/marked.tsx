import type { ReactNode } from 'react';
import { marked } from './search-text.ts';

/** A text in which what was searched for is marked. */
export function Marked({ text, q }: { text: string; q: string }): ReactNode {
  return marked(text, q).map((part) =>
    part.isHit ? (
      <mark key={part.at} className="rounded-[2px] bg-copper-soft text-ink">
        {part.text}
      </mark>
    ) : (
      part.text
    ),
  );
}
