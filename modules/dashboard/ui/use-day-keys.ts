import { isShortcut } from '@aura/ui/shortcuts';
import { useEffect } from 'react';

/** J and K go from row to row, Enter opens; X is done and E another day for the row in focus; L logs a call. */
export function useDayKeys(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (isShortcut(event) && act(event.key)) event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}

function act(key: string): boolean {
  switch (key) {
    case 'j':
      return step(1);
    case 'k':
      return step(-1);
    case 'x':
    case 'e':
      return press(document.activeElement?.closest('[data-keyed]'), key);
    case 'l':
      return press(document, key);
    default:
      return false;
  }
}

/** Each key has a button or a link of its own, which says so. */
function press(within: ParentNode | null | undefined, key: string): boolean {
  const button = within?.querySelector<HTMLElement>(`[aria-keyshortcuts="${key.toUpperCase()}"]`);
  button?.click();
  return Boolean(button);
}

function step(by: 1 | -1): boolean {
  const rows = [...document.querySelectorAll('[data-keyed]')];
  const now = rows.findIndex((row) => row.contains(document.activeElement));
  const next = rows[now < 0 ? 0 : now + by];
  next?.querySelector<HTMLElement>('a')?.focus();
  return Boolean(next);
}
