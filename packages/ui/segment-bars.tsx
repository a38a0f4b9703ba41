import { type ReactNode, useId } from 'react';

export type SegmentLook = 'solid' | 'hatch' | 'outline';
export type Segment = { id: string; value: number; look: SegmentLook };
export type SegmentBar = { id: string; label: ReactNode; text: ReactNode; segments: readonly Segment[] };

export type SegmentBarsProps = {
  /** The takeaway as a sentence. */
  caption: string;
  bars: readonly SegmentBar[];
  /** What each look stands for, in the order of the segments. */
  legend: readonly { look: SegmentLook; label: string }[];
};

/** Horizontal bars made of parts; parts differ by pattern, not by colour alone. A table beside them has the figures. */
export function SegmentBars({ caption, bars, legend }: SegmentBarsProps): ReactNode {
  const longest = Math.max(...bars.map((bar) => sumOf(bar.segments)), 0);
  return (
    <figure className="m-0 flex min-w-0 flex-col gap-3">
      <figcaption className="text-body text-muted">{caption}</figcaption>
      <ul aria-label="Legend" className="flex flex-wrap gap-x-4 gap-y-1 text-small text-muted">
        {legend.map(({ look, label }) => (
          <li key={label} className="flex items-center gap-1.5">
            <svg aria-hidden="true" width="20" height="10" className="block text-c1">
              <Part look={look} from={0} share={1} />
            </svg>
            {label}
          </li>
        ))}
      </ul>
      <ul className="flex flex-col gap-3">
        {bars.map((bar) => (
          <li key={bar.id} className="flex flex-col gap-1.5">
            <span className="flex flex-wrap items-center justify-between gap-x-3 text-small text-ink">
              <span className="flex max-w-full min-w-0 items-center *:min-w-0">{bar.label}</span>
              <span className="tabular-nums">{bar.text}</span>
            </span>
            <svg aria-hidden="true" width="100%" height="12" className="block text-c1">
              <rect y="5.5" width="100%" height="1" className="fill-line" />
              {placed(bar.segments, longest).map(({ id, look, from, share }) => (
                <Part key={id} look={look} from={from} share={share} />
              ))}
            </svg>
          </li>
        ))}
      </ul>
    </figure>
  );
}

const sumOf = (segments: readonly Segment[]): number => segments.reduce((sum, { value }) => sum + value, 0);

type Placed = { id: string; look: SegmentLook; from: number; share: number };

function placed(segments: readonly Segment[], longest: number): Placed[] {
  let from = 0;
  return segments.flatMap(({ id, value, look }) => {
    if (value <= 0 || longest <= 0) return [];
    const part = { id, look, from, share: value / longest };
    from += part.share;
    return [part];
  });
}

/** An SVG attribute carries the length: a strict content security policy refuses style attributes from the server. */
function Part({ look, from, share }: Omit<Placed, 'id'>): ReactNode {
  const hatchId = useId();
  const fills: Record<SegmentLook, string> = { solid: 'currentColor', hatch: `url(#${hatchId})`, outline: 'none' };
  return (
    <>
      {look === 'hatch' ? (
        <pattern id={hatchId} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M1.5 0v6" stroke="currentColor" strokeWidth="3" />
        </pattern>
      ) : null}
      <rect
        x={`${from * 100}%`}
        y="1"
        width={`${Math.max(share * 100, 0.5)}%`}
        height="10"
        fill={fills[look]}
        stroke="currentColor"
      />
    </>
  );
}
