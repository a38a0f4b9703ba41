export const menuPopupClass =
  'max-h-(--available-height) max-w-[min(22rem,calc(100vw-1rem))] min-w-48 origin-(--transform-origin) overflow-y-auto rounded-panel border border-line ' +
  'bg-raised p-1 text-ink shadow-float outline-none transition-[transform,opacity] duration-120 ease-ledger ' +
  'data-ending-style:scale-98 data-ending-style:opacity-0 data-starting-style:scale-98 data-starting-style:opacity-0';

export const menuItemClass =
  'flex min-h-8 cursor-pointer items-start gap-2.5 rounded-control px-2.5 py-1.5 text-body -outline-offset-2 select-none ' +
  'data-disabled:cursor-not-allowed data-disabled:text-subtle data-highlighted:bg-sunken [&_svg]:size-4 pointer-coarse:min-h-11 pointer-coarse:items-center';
