import { LoaderCircle } from 'lucide-react';
import type { ReactNode } from 'react';

/** A small sign of waiting inside a control. Whole pages and panels show a skeleton instead. */
export function Spinner({ className = 'size-4' }: { className?: string }): ReactNode {
  return <LoaderCircle aria-hidden className={`animate-spin motion-reduce:animate-none ${className}`} />;
}
