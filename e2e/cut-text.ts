import type { Page } from 'playwright-core';

/**
 * Text that cannot be read where it stands: cut off without an ellipsis, or sticking out of what holds it. Each as
 * "why: the text's beginning". What scrolls, and what only screen readers meet, does not count.
 */
export function cutText(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const SLACK = 2;
    const faults = new Set<string>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const scrolls = (style: CSSStyleDeclaration): boolean => /auto|scroll/.test(style.overflowX);
    const cutsWithDots = (style: CSSStyleDeclaration): boolean =>
      style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none';
    const judge = (node: Node): string | null => {
      const range = document.createRange();
      range.selectNodeContents(node);
      const text = range.getBoundingClientRect();
      if (text.width === 0 || text.height === 0) return null;
      for (let holder = node.parentElement; holder && holder !== document.body; holder = holder.parentElement) {
        const style = getComputedStyle(holder);
        const box = holder.getBoundingClientRect();
        if (box.width <= 1 || style.position === 'fixed' || scrolls(style)) return null;
        const isOutside = text.right > box.right + SLACK || text.left < box.left - SLACK;
        if (!isOutside || style.display === 'inline' || style.display === 'contents') continue;
        if (cutsWithDots(style)) return null;
        return style.overflowX === 'visible' ? 'sticks out' : 'cut off';
      }
      return null;
    };
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const words = node.textContent?.trim() ?? '';
      const why = words === '' || !node.parentElement?.checkVisibility() ? null : judge(node);
      if (why) faults.add(`${why}: ${words.slice(0, 40)} <${node.parentElement?.className.toString().slice(0, 60)}>`);
    }
    return [...faults];
  });
}
