import type { ReactNode } from 'react';
import { Kbd } from './kbd.tsx';

/** The keys of a shortcut, "G D": one after the other. Said as "G then D". */
export function KeyHint({ keys }: { keys: string }): ReactNode {
  const each = keys.split(' ');
  return (
    <span className="flex shrink-0 items-center gap-1">
      {each.map((key, index) => (
        <span key={key} className="contents">
          {index > 0 ? <span className="sr-only"> then </span> : null}
          <Kbd>{key}</Kbd>
        </span>
      ))}
    </span>
  );
}
