import type { ReactNode } from 'react';

export type Tone = 'neutral' | 'primary' | 'attention' | 'ok' | 'warn' | 'danger' | 'info';

export type BadgeProps = {
  tone?: Tone;
  /** An icon beside the word, so the state never rests on colour alone. */
  icon?: ReactNode;
  /** A pill is for people and tags; states are rectangles. */
  shape?: 'box' | 'pill';
  className?: string;
  children: ReactNode;
};

const tones: Record<Tone, string> = {
  neutral: 'bg-sunken text-muted',
  primary: 'bg-primary-soft text-primary',
  attention: 'bg-copper-soft text-copper',
  ok: 'bg-ok-soft text-ok',
  warn: 'bg-warn-soft text-warn',
  danger: 'bg-danger-soft text-danger',
  info: 'bg-info-soft text-info',
};

/** A state or a tag in a word or two. */
export function Badge({ tone = 'neutral', icon, shape = 'box', className, children }: BadgeProps): ReactNode {
  return (
    <span
      className={`inline-flex max-w-full items-center gap-1 px-1.5 py-0.5 text-micro forced-colors:border ${shape === 'pill' ? 'rounded-full px-2' : 'rounded-[4px]'} ${tones[tone]} [&_svg]:size-3.5 ${className ?? ''}`}
    >
      {icon}
      <span className="truncate">{children}</span>
    </span>
  );
}
