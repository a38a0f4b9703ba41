'use client';

import { recordAt, useRememberOpened } from '@aura/search/client';
import { announce } from '@aura/ui/announce';
import { listPathOf, placeInTrail, readTrail } from '@aura/ui/list-trail';
import { isShortcut } from '@aura/ui/shortcuts';
import { usePathname, useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';

/** What a record's page has wherever it is: it is remembered as opened, and [ ] and Escape lead through its list. */
export function RecordKeys(): null {
  const path = usePathname();
  useRememberOpened(path);
  useListKeys(path);
  return null;
}

function useListKeys(path: string): void {
  const router = useRouter();
  const isCovered = useRef(false);
  useEffect(() => {
    const record = recordAt(path);
    if (!record) return;
    const listPath = listPathOf(path);
    const go = (step: 'previous' | 'next'): void => {
      const place = placeOf(listPath, record.id);
      const id = place?.[step];
      if (!place) announce('Open a record from its list to go through the list from there');
      else if (!id) announce(`${place.text}. No ${step} record on this page of the list`);
      else {
        announce(placeOf(listPath, id)?.text ?? '');
        router.push(`${listPath}/${id}`);
      }
    };
    const back = (): void => {
      router.push(readTrail(listPath)?.href ?? listPath);
      focusRow(path);
    };
    // Asked before anybody answers the key: Escape first closes what is open.
    const look = (): void => {
      isCovered.current = document.querySelector(openThings) !== null;
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      const button = shortcutButton(event.key);
      const act =
        { '[': () => go('previous'), ']': () => go('next'), Escape: back }[event.key] ?? button?.click.bind(button);
      if (!act || !isShortcut(event) || isCovered.current) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', look, true);
    document.addEventListener('keydown', onKeyDown);
    return () => {
      document.removeEventListener('keydown', look, true);
      document.removeEventListener('keydown', onKeyDown);
    };
  }, [path, router]);
}

/** Parts of a page name the key that presses their button. */
const shortcutButton = (key: string): HTMLElement | null =>
  /^[a-z]$/.test(key)
    ? document.querySelector<HTMLElement>(`#content [data-shortcut="${key}"]:not([aria-disabled="true"])`)
    : null;

const openThings = '[role="dialog"], [role="alertdialog"], [role="menu"], [data-open][data-side]';

function placeOf(listPath: string, id: string) {
  const trail = readTrail(listPath);
  return trail && placeInTrail(trail, id);
}

const LOOK_EVERY_MS = 100;
const LOOKS_MAX = 50;

/** Focus goes to the row that the record was opened from, as soon as the list is drawn. */
function focusRow(recordPath: string, looks = 0): void {
  const row = document.querySelector<HTMLElement>(`:is([data-row-link], [data-deal-link])[href="${recordPath}"]`);
  if (row) row.focus();
  else if (looks < LOOKS_MAX) setTimeout(() => focusRow(recordPath, looks + 1), LOOK_EVERY_MS);
}
