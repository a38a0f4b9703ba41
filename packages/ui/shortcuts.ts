/** The cookie that switches single-key shortcuts off (WCAG 2.1.4). */
export const shortcutsCookie = 'aura-shortcuts';

/** Whether a key press may act as a single-key shortcut: switched on, alone, and not typed into something. */
export function isShortcut(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return false;
  return areShortcutsOn() && !isTyping(event.target);
}

function areShortcutsOn(): boolean {
  return !document.cookie.split('; ').includes(`${shortcutsCookie}=off`);
}

/** Inside a field, a dialog or an open list keys belong to it. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.matches('input, textarea, select, [contenteditable="true"]') ||
    target.closest('[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]') !== null
  );
}
