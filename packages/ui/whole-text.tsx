'use client';

import { useEffect } from 'react';

// The words stand in the element that cuts them, or in a few inside it.
const DEPTH_MAX = 4;

/**
 * Whoever points at a text that is cut short reads all of it. One listener for the page: a table can have hundreds of
 * such texts, and which of them are cut changes with its width.
 */
export function WholeText(): null {
  useEffect(() => {
    const tell = ({ target }: Event): void => {
      const text = target instanceof Element ? cutAt(target) : null;
      if (!text) return;
      text.title = text.textContent;
      text.dataset['whole'] = '';
    };
    document.addEventListener('pointerover', tell, { passive: true });
    return () => document.removeEventListener('pointerover', tell);
  }, []);
  return null;
}

/** The text around this place that is cut short and has no title of its own. */
function cutAt(start: Element): HTMLElement | null {
  let each: Element | null = start;
  for (let depth = 0; each && depth < DEPTH_MAX; depth += 1, each = each.parentElement) {
    if (!(each instanceof HTMLElement) || !isCut(each)) continue;
    const titled = each.closest<HTMLElement>('[title]');
    // What was told once is told anew: the text may have changed since.
    return titled && titled.dataset['whole'] === undefined ? null : each;
  }
  return null;
}

function isCut(element: HTMLElement): boolean {
  const { textOverflow, webkitLineClamp } = getComputedStyle(element);
  if (textOverflow === 'ellipsis') return element.scrollWidth > element.clientWidth;
  return webkitLineClamp !== 'none' && element.scrollHeight > element.clientHeight;
}
