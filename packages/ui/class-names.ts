import { type ClassValue, clsx } from 'clsx';
import { extendTailwindMerge } from 'tailwind-merge';

const merge = extendTailwindMerge({
  extend: {
    theme: {
      text: ['display', 'h1', 'h2', 'h3', 'body', 'body-lg', 'small', 'micro', 'figure'],
      radius: ['control', 'panel'],
      shadow: ['float'],
    },
  },
});

/** Joins class names; of two that set the same property the later wins, so a caller's `className` can adjust a part. */
export function classNames(...values: ClassValue[]): string {
  return merge(clsx(values));
}
