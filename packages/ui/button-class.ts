import { classNames } from './class-names.ts';

export type ButtonVariant = 'primary' | 'secondary' | 'ghost' | 'danger';
export type ButtonSize = 'sm' | 'md' | 'lg';

const base =
  'relative inline-flex max-w-full select-none items-center justify-center gap-2 rounded-control border font-medium ' +
  'transition-colors duration-120 ease-ledger [&_svg]:size-4 [&_svg]:shrink-0 pointer-coarse:min-h-11 pointer-coarse:min-w-11';

const enabled: Record<ButtonVariant, string> = {
  primary: 'border-transparent bg-primary text-on-primary hover:bg-primary-hover active:bg-primary-hover',
  secondary: 'border-control bg-surface text-ink hover:bg-sunken active:bg-sunken aria-expanded:bg-sunken',
  ghost: 'border-transparent bg-transparent text-ink hover:bg-sunken active:bg-sunken aria-expanded:bg-sunken',
  danger: 'border-transparent bg-danger-solid text-on-danger hover:bg-danger-hover active:bg-danger-hover',
};

const blocked: Record<ButtonVariant, string> = {
  primary: 'border-line bg-sunken text-subtle',
  secondary: 'border-line bg-sunken text-subtle',
  ghost: 'border-transparent bg-transparent text-subtle',
  danger: 'border-line bg-sunken text-subtle',
};

const sizes: Record<ButtonSize, string> = {
  sm: 'min-h-8 px-2.5 py-1 text-small',
  md: 'min-h-9 px-3.5 py-1.5 text-body',
  lg: 'min-h-11 px-5 py-2 text-body-lg',
};

type ButtonLook = { variant?: ButtonVariant; size?: ButtonSize; isBlocked?: boolean; className?: string };

/** The classes of a button, for the few places that must put them on another element. */
export function buttonClass({ variant = 'secondary', size = 'md', isBlocked = false, className }: ButtonLook): string {
  const look = isBlocked ? `cursor-not-allowed ${blocked[variant]}` : enabled[variant];
  return classNames(base, sizes[size], look, className);
}
