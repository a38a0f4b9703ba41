import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

export type BannerTone = 'info' | 'ok' | 'warn' | 'danger';

export type BannerProps = {
  tone?: BannerTone;
  title?: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  /** `bar` runs across the page below the top bar; `panel` stands inside the content. */
  shape?: 'bar' | 'panel';
  /** Read out when it appears. Leave off for what was there from the start. */
  isAnnounced?: boolean;
};

const tones: Record<BannerTone, string> = {
  info: 'border-info bg-info-soft [&>svg]:text-info',
  ok: 'border-ok bg-ok-soft [&>svg]:text-ok',
  warn: 'border-warn bg-warn-soft [&>svg]:text-warn',
  danger: 'border-danger bg-danger-soft [&>svg]:text-danger',
};

// The first line stands as high as the small buttons at the end of it.
const besideButtons = 'sm:[&>svg]:mt-1.5 sm:[&>svg+div]:pt-1.5';

/** The state of the system or of this page, in the page. */
export function Banner({
  tone = 'info',
  title,
  children,
  actions,
  shape = 'panel',
  isAnnounced = false,
}: BannerProps): ReactNode {
  const frame = shape === 'bar' ? 'border-b px-4 py-2 sm:px-6' : 'rounded-panel border px-4 py-3';
  return (
    <div
      role={isAnnounced ? (tone === 'danger' ? 'alert' : 'status') : undefined}
      className={`flex flex-wrap items-start gap-x-3 gap-y-2 text-ink ${frame} ${tones[tone]} ${actions ? besideButtons : ''}`}
    >
      <BannerIcon tone={tone} />
      <div className="min-w-0 flex-[1_1_12rem]">
        {title ? <p className="font-medium">{title}</p> : null}
        {children ? <div className="text-body">{children}</div> : null}
      </div>
      {actions ? <div className="flex flex-wrap gap-2">{actions}</div> : null}
    </div>
  );
}

function BannerIcon({ tone }: { tone: BannerTone }): ReactNode {
  const className = 'size-5';
  switch (tone) {
    case 'info':
      return <Info aria-hidden className={className} />;
    case 'ok':
      return <CircleCheck aria-hidden className={className} />;
    case 'warn':
      return <TriangleAlert aria-hidden className={className} />;
    case 'danger':
      return <CircleAlert aria-hidden className={className} />;
  }
}
