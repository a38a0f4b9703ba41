'use client';

import { Dialog } from '@aura/ui/dialog';
import { Kbd } from '@aura/ui/kbd';
import { Link } from '@aura/ui/link';
import { useRouter } from 'next/navigation';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Addition, Place } from './frame-data.ts';
import { isTyping } from './is-typing.ts';

const askEvent = 'aura:keyboard-map';
const SEQUENCE_MS = 1_200;

/** Opens the list of shortcuts from anywhere. */
export function askForKeyboardMap(): void {
  window.dispatchEvent(new Event(askEvent));
}

type Shortcut = { keys: readonly [string, string?]; label: string; href: string };
type KeyboardMapProps = { places: readonly Place[]; additions: readonly Addition[]; isOn: boolean };

const letters: Readonly<Record<string, string>> = {
  '/dashboard': 'd',
  '/deals': 'p',
  '/contacts': 'c',
  '/organizations': 'o',
  '/activities': 'a',
};

/** Single keys that go places, and the dialog that lists them. Silent in fields and dialogs, and when switched off. */
export function KeyboardMap({ places, additions, isOn }: KeyboardMapProps): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const shortcuts = shortcutsOf(places, additions);
  useShortcuts(shortcuts, { isOn, onHelp: () => setOpen(true) });
  useEffect(() => {
    const open = (): void => setOpen(true);
    window.addEventListener(askEvent, open);
    return () => window.removeEventListener(askEvent, open);
  }, []);
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setOpen}
      title="Keyboard shortcuts"
      description={isOn ? 'Press one key after the other.' : 'Single-key shortcuts are switched off.'}
      size="sm"
    >
      <dl className="flex flex-col gap-2.5">
        {shortcuts.map(({ keys, label }) => (
          <div key={label} className="flex items-center justify-between gap-4">
            <dt>{label}</dt>
            <dd className="flex gap-1">{keys.map((key) => (key ? <Kbd key={key}>{key.toUpperCase()}</Kbd> : null))}</dd>
          </div>
        ))}
        <div className="flex items-center justify-between gap-4">
          <dt>This list</dt>
          <dd>
            <Kbd>?</Kbd>
          </dd>
        </div>
      </dl>
      <p className="mt-5 text-small text-muted">
        You can switch these on and off in{' '}
        <Link href="/settings/preferences" className="text-link" onClick={() => setOpen(false)}>
          Preferences
        </Link>
        .
      </p>
    </Dialog>
  );
}

function shortcutsOf(places: readonly Place[], additions: readonly Addition[]): Shortcut[] {
  const goes = places.flatMap(({ href, label }) => {
    const letter = letters[href];
    return letter ? [{ keys: ['g', letter] as const, label: `Go to ${label}`, href }] : [];
  });
  const adds = additions.map(({ key, label, href }) => ({
    keys: ['n', key] as const,
    label: `New ${label.toLowerCase()}`,
    href,
  }));
  return [...goes, ...adds];
}

function useShortcuts(shortcuts: readonly Shortcut[], { isOn, onHelp }: { isOn: boolean; onHelp: () => void }): void {
  const router = useRouter();
  const pressed = useRef({ key: '', at: 0 });
  useEffect(() => {
    if (!isOn) return;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (event.key === '?') {
        onHelp();
        return;
      }
      const isSecond = event.timeStamp - pressed.current.at < SEQUENCE_MS;
      const found = isSecond && shortcuts.find(({ keys }) => keys[0] === pressed.current.key && keys[1] === event.key);
      pressed.current = { key: event.key, at: event.timeStamp };
      if (!found) return;
      event.preventDefault();
      pressed.current.key = '';
      router.push(found.href);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [shortcuts, isOn, onHelp, router]);
}
