'use client';

import { Link } from '@aura/ui/link';
import { Menu, X } from 'lucide-react';
import { type MouseEvent, type ReactNode, useRef } from 'react';
import { headerPlaces } from './site-places.ts';

const places = [...headerPlaces, { href: '/about', label: 'Purpose' }, { href: '/login', label: 'Log in' }];

const squareClass =
  'grid size-11 shrink-0 place-items-center rounded-control border border-transparent text-ink hover:bg-sunken';

/** The header's places on a phone: the browser's own dialog, which keeps focus inside and gives it back. */
export function SiteMenu(): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  // A place on this page loads nothing: the menu has to go by itself. So it does when its backdrop is pressed.
  const leave = (event: MouseEvent<HTMLDialogElement>): void => {
    const { target } = event;
    if (target === dialog.current || (target instanceof Element && target.closest('a'))) dialog.current?.close();
  };
  return (
    <>
      <button
        type="button"
        aria-label="Menu"
        aria-haspopup="dialog"
        className={squareClass}
        onClick={() => dialog.current?.showModal()}
      >
        <Menu aria-hidden className="size-5" />
      </button>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes the browser's dialog by itself. */}
      <dialog
        ref={dialog}
        aria-label="Menu"
        onClick={leave}
        className="m-0 w-full max-w-full border-b border-line bg-raised text-ink shadow-float backdrop:bg-scrim"
      >
        <div className="flex h-16 items-center justify-end px-4">
          <button type="button" aria-label="Close menu" className={squareClass} onClick={() => dialog.current?.close()}>
            <X aria-hidden className="size-5" />
          </button>
        </div>
        <nav aria-label="Menu" className="px-4 pb-6">
          <ul className="border-t border-line">
            {places.map(({ href, label }) => (
              <li key={href} className="border-b border-line">
                <Link href={href} prefetch={false} className="flex min-h-12 items-center text-h2 hover:text-primary">
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      </dialog>
    </>
  );
}
