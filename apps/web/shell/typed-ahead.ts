'use client';

/**
 * Keeps what is typed while a field is still on its way, so that no letter is lost and none acts as a shortcut. Answers
 * with what ends it and gives the letters.
 */
export function keepTyping(): () => string {
  let text = '';
  const keep = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.key.length !== 1) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    text += event.key;
  };
  window.addEventListener('keydown', keep, true);
  return () => {
    window.removeEventListener('keydown', keep, true);
    return text;
  };
}
