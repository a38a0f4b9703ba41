'use client';

import { useEffect } from 'react';

// Whoever takes something away from under the focus may know better where it goes on, and is given the time.
const OTHERS_FIRST_MS = 700;

const places =
  '[role=dialog], [role=alertdialog], section, article, form, li, fieldset, [role=region], [role=group], [role=tabpanel], main';

/**
 * Keeps the focus on the page when what had it is gone: a button that did its work, a link whose page gave way to the
 * next one. It goes on at the place around it, so that the next Tab leads to what stands there now. A place does
 * nothing when Enter is pressed once too often.
 */
export function FocusKeeper(): null {
  useEffect(() => keepFocus(), []);
  return null;
}

function keepFocus(): () => void {
  let around: Element[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const remember = (event: FocusEvent): void => {
    around = ancestorsOf(event.target);
  };
  const look = (): void => {
    if (!isLost(around) || timer !== undefined) return;
    timer = setTimeout(() => {
      timer = undefined;
      if (isLost(around)) placeFor(around)?.focus({ preventScroll: true });
    }, OTHERS_FIRST_MS);
  };
  const observer = new MutationObserver(look);
  observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled', 'hidden', 'inert'] });
  document.addEventListener('focusin', remember);
  return () => {
    observer.disconnect();
    document.removeEventListener('focusin', remember);
    clearTimeout(timer);
  };
}

/** Who presses the empty page, or leaves it by Tab, leaves behind what still stands there. */
function isLost([last]: readonly Element[]): boolean {
  const active = document.activeElement;
  if (last === undefined || (active !== null && active !== document.body)) return false;
  return !last.isConnected || last.getClientRects().length === 0 || last.matches(':disabled, [inert] *');
}

function ancestorsOf(target: EventTarget | null): Element[] {
  const found: Element[] = [];
  for (let each = target instanceof Element ? target : null; each; each = each.parentElement) found.push(each);
  return found;
}

/** The nearest place around it that is still drawn; a dialog that opened meanwhile goes before. */
function placeFor(around: readonly Element[]): HTMLElement | null {
  const open = document.querySelector('[role=dialog][data-open], [role=alertdialog][data-open]');
  const near = around.find((each) => each.isConnected && each.matches(places) && each.getClientRects().length > 0);
  const place =
    open && !near?.contains(open) && !open.contains(near ?? null) ? open : (near ?? document.querySelector('main'));
  if (!(place instanceof HTMLElement)) return null;
  if (!place.hasAttribute('tabindex')) place.tabIndex = -1;
  return place;
}
