import type { ReactNode } from 'react';

/** A form or a text in the middle of a site page. */
export function Narrow({ children, width = 'form' }: { children: ReactNode; width?: 'form' | 'prose' }): ReactNode {
  return (
    <div className={`mx-auto px-4 py-10 sm:px-6 sm:py-16 ${width === 'form' ? 'max-w-140' : 'max-w-190'}`}>
      {children}
    </div>
  );
}
