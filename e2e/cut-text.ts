import type { Page } from 'playwright-core';

/**
 * Text that cannot be read where it stands: cut off without an ellipsis, or sticking out of what holds it. Each as
 * "why: the text's beginning". What scrolls, and what only screen readers meet, does not count.
 */
export function cutText(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    // A space at the end of a line hangs over its edge.
    const SLACK = 6;
    type Fate = 'fine' | 'sticks out' | 'cut off' | 'inside';

    const isOutOfReach = ({ width }: DOMRect, { clipPath, position, overflowX }: CSSStyleDeclaration): boolean =>
      width <= 1 || clipPath !== 'none' || position === 'fixed' || /auto|scroll/.test(overflowX);
    const isWithin = (text: DOMRect, box: DOMRect): boolean =>
      text.right <= box.right + SLACK && text.left >= box.left - SLACK;
    const hasDots = ({ textOverflow, webkitLineClamp }: CSSStyleDeclaration): boolean =>
      textOverflow === 'ellipsis' || webkitLineClamp !== 'none';

    const fateIn = (holder: Element, text: DOMRect): Fate => {
      const style = getComputedStyle(holder);
      const box = holder.getBoundingClientRect();
      if (isOutOfReach(box, style)) return 'fine';
      if (isWithin(text, box) || /^(inline|contents)$/.test(style.display)) return 'inside';
      if (hasDots(style)) return 'fine';
      return style.overflowX === 'visible' ? 'sticks out' : 'cut off';
    };
    const fateOf = (node: Node): Fate => {
      const range = document.createRange();
      range.selectNodeContents(node);
      const text = range.getBoundingClientRect();
      let fate: Fate = text.width > 0 ? 'inside' : 'fine';
      for (let holder = node.parentElement; fate === 'inside' && holder; holder = holder.parentElement)
        fate = fateIn(holder, text);
      return fate;
    };

    const faults = new Set<string>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const words = node.textContent?.trim() ?? '';
      const fate = words !== '' && node.parentElement?.checkVisibility() ? fateOf(node) : 'fine';
      if (fate === 'sticks out' || fate === 'cut off') faults.add(`${fate}: ${words.slice(0, 60)}`);
    }
    return [...faults];
  });
}
