'use client';

import { Dialog } from '@aura/ui/dialog';
import { KeyHint } from '@aura/ui/key-hint';
import { Link } from '@aura/ui/link';
import { isShortcut } from '@aura/ui/shortcuts';
import { useRouter } from 'next/navigation';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Addition, Place } from './frame-data.ts';
import { RecordKeys } from './record-keys.tsx';
import { type KeySection, keySections, type Sequence, sequencesOf } from './shortcut-list.ts';
import { usePaletteKeys } from './use-palette-keys.ts';

const askEvent = 'aura:keyboard-map';
const SEQUENCE_MS = 1_200;

/** Opens the list of shortcuts from anywhere. */
export function askForKeyboardMap(): void {
  window.dispatchEvent(new Event(askEvent));
}

type KeyboardMapProps = { places: readonly Place[]; additions: readonly Addition[]; isOn: boolean };

/** Single keys that go places, and the dialog that lists them. Silent in fields and dialogs, and when switched off. */
export function KeyboardMap({ places, additions, isOn }: KeyboardMapProps): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const sequences = sequencesOf(places, additions);
  const paletteKeys = usePaletteKeys();
  useSequences(sequences, { isOn, onHelp: () => setOpen(true) });
  useEffect(() => {
    const open = (): void => setOpen(true);
    window.addEventListener(askEvent, open);
    return () => window.removeEventListener(askEvent, open);
  }, []);
  return (
    <>
      <RecordKeys />
      <Dialog
        open={isOpen}
        onOpenChange={setOpen}
        title="Keyboard shortcuts"
        description={
          isOn
            ? 'Where two keys are shown, press one after the other.'
            : `Single-key shortcuts are switched off. ${paletteKeys} works in any case.`
        }
        size="lg"
      >
        <p className="mb-4 text-small text-muted">
          You can switch single keys on and off in{' '}
          <Link href="/settings/preferences" className="text-link" onClick={() => setOpen(false)}>
            Preferences
          </Link>
          .
        </p>
        <div className="columns-1 gap-8 sm:columns-2">
          {keySections(sequences, paletteKeys).map((section) => (
            <Section key={section.title} section={section} />
          ))}
        </div>
      </Dialog>
    </>
  );
}

function Section({ section: { title, lines } }: { section: KeySection }): ReactNode {
  return (
    <section className="mb-5 break-inside-avoid">
      <h3 className="pb-1.5 text-h3">{title}</h3>
      <dl className="flex flex-col gap-1.5">
        {lines.map(({ keys, label }) => (
          <div key={label} className="flex items-center justify-between gap-4">
            <dt className="text-muted">{label}</dt>
            <dd>
              <KeyHint keys={keys} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function useSequences(sequences: readonly Sequence[], { isOn, onHelp }: { isOn: boolean; onHelp: () => void }): void {
  const router = useRouter();
  const pressed = useRef({ key: '', at: 0 });
  useEffect(() => {
    if (!isOn) return;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!isShortcut(event)) return;
      if (event.key === '?') {
        onHelp();
        return;
      }
      const isSecond = event.timeStamp - pressed.current.at < SEQUENCE_MS;
      const found = isSecond && sequences.find(({ keys }) => keys[0] === pressed.current.key && keys[1] === event.key);
      pressed.current = { key: event.key, at: event.timeStamp };
      if (!found) return;
      event.preventDefault();
      pressed.current.key = '';
      router.push(found.href);
    };
    // First, and alone: the second key of two is no shortcut of the page as well.
    document.addEventListener('keydown', onKeyDown, true);
    return () => document.removeEventListener('keydown', onKeyDown, true);
  }, [sequences, isOn, onHelp, router]);
}
