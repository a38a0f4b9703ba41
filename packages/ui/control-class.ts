/**
 * The frame every text-like control shares. 16 px text below 640 px keeps phones from zooming in;
 * 44 px height where the pointer is a finger.
 */
export const controlClass =
  'block min-h-9 w-full min-w-0 rounded-control border border-control bg-surface px-3 py-1.5 text-body-lg text-ink sm:text-body ' +
  'transition-colors duration-120 hover:border-ink pointer-coarse:min-h-11 ' +
  'aria-invalid:border-danger aria-invalid:shadow-[inset_0_0_0_1px_var(--danger)] ' +
  'disabled:cursor-not-allowed disabled:border-line disabled:bg-sunken disabled:text-muted ' +
  // Not `read-only:`, which every select matches.
  '[[readonly]]:border-line [[readonly]]:bg-sunken';
