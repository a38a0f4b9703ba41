import { type RefObject, useEffect, useRef } from 'react';

/**
 * Says on the element around a table whether more of it is to be seen before or after: attributes, not state, since
 * they change while it scrolls. What is focused is not hidden below the cells that stay.
 */
export function useScrollEdges(columns: number): RefObject<HTMLElement | null> {
  const region = useRef<HTMLElement>(null);
  useEffect(() => {
    const box = region.current;
    const frame = box?.parentElement;
    if (!box || !frame || columns === 0) return;
    const look = (): void => {
      const left = Math.abs(box.scrollLeft);
      // Drawn as cards it does not scroll.
      const beyond = getComputedStyle(box).overflowX === 'visible' ? 0 : box.scrollWidth - box.clientWidth;
      frame.toggleAttribute('data-more-before', beyond > 0 && left > 1);
      frame.toggleAttribute('data-more-after', beyond - left > 1);
    };
    const measure = (): void => {
      const name = box.querySelector<HTMLElement>('thead th.sticky-edge');
      const isStuck = name !== null && getComputedStyle(name).position === 'sticky';
      box.style.scrollPaddingInlineStart = isStuck ? `${name.offsetLeft - box.scrollLeft + name.offsetWidth}px` : '';
      look();
    };
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    const table = box.querySelector('table');
    if (table) observer.observe(table);
    box.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      box.removeEventListener('scroll', look);
    };
  }, [columns]);
  return region;
}
