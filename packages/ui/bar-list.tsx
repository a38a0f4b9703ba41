'use client';

import { type ReactNode, useId, useState } from 'react';
import { Button } from './button.tsx';

export type Bar = {
  id: string;
  label: ReactNode;
  /** The measure that sets the length. */
  value: number;
  /** The measure as text at the bar's end. */
  text: ReactNode;
  /** Hatched is for the second of two kinds, such as lost beside won. */
  look?: 'solid' | 'hatch';
};

export type BarListProps = {
  /** The takeaway as a sentence, e.g. "Proposal holds 41% of open value". */
  caption: string;
  bars: readonly Bar[];
  /** Column titles of the table: what is listed and what is measured. */
  columns: readonly [string, string];
  emptyText?: string;
  /** What a full bar stands for; the longest of them unless said. */
  full?: number;
  /** The same figures stand in a table right below: none of its own then. */
  hasTableBelow?: boolean;
};

/** Horizontal bars in plain HTML with their figures beside them, and the same data as a table on request. */
export function BarList(props: BarListProps): ReactNode {
  const { caption, bars, columns, emptyText = 'No data in this period.', full, hasTableBelow = false } = props;
  const [isTable, setTable] = useState(false);
  const bodyId = useId();
  const isEmpty = bars.every((bar) => bar.value === 0);
  return (
    <figure className="m-0 flex min-w-0 flex-col gap-3">
      <div className="flex flex-wrap items-start justify-between gap-2">
        <figcaption className="min-w-0 flex-[1_1_12rem] text-body text-muted">
          {isEmpty ? emptyText : caption}
        </figcaption>
        {bars.length > 0 && !hasTableBelow ? (
          <Button
            variant="ghost"
            size="sm"
            className="-mx-2.5 -my-1.5"
            aria-pressed={isTable}
            aria-controls={bodyId}
            onClick={() => setTable(!isTable)}
          >
            Show as table
          </Button>
        ) : null}
      </div>
      <div id={bodyId} className="min-w-0">
        {isTable ? <BarTable caption={caption} bars={bars} columns={columns} /> : <Bars bars={bars} full={full} />}
      </div>
    </figure>
  );
}

function Bars({ bars, full }: { bars: readonly Bar[]; full: number | undefined }): ReactNode {
  const longest = full ?? Math.max(...bars.map((bar) => bar.value), 0);
  return (
    <ul className="flex flex-col gap-3">
      {bars.map((bar) => (
        <li key={bar.id} className="flex flex-col gap-1.5">
          {/* Where both do not fit in one line, the figures go below their name. */}
          <span className="flex flex-wrap items-center justify-between gap-x-3 text-small text-ink">
            <span className="flex max-w-full min-w-0 items-center *:min-w-0">{bar.label}</span>
            <span className="tabular-nums">{bar.text}</span>
          </span>
          <BarShape share={longest > 0 ? bar.value / longest : 0} look={bar.look ?? 'solid'} />
        </li>
      ))}
    </ul>
  );
}

/** An SVG attribute carries the length: a strict content security policy refuses style attributes from the server. */
function BarShape({ share, look }: { share: number; look: 'solid' | 'hatch' }): ReactNode {
  const hatchId = useId();
  const fill = look === 'hatch' ? `url(#${hatchId})` : 'currentColor';
  return (
    <svg aria-hidden="true" width="100%" height="10" className={`block ${look === 'hatch' ? 'text-c2' : 'text-c1'}`}>
      {look === 'hatch' ? (
        <pattern id={hatchId} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0 0v6" stroke="currentColor" strokeWidth="6" className="stroke-line" />
          <path d="M1.5 0v6" stroke="currentColor" strokeWidth="3" />
        </pattern>
      ) : null}
      <rect y="4.5" width="100%" height="1" className="fill-line" />
      <rect width={`${Math.max(share * 100, share > 0 ? 0.5 : 0)}%`} height="10" rx="2" fill={fill} />
    </svg>
  );
}

function BarTable({ caption, bars, columns }: Pick<BarListProps, 'caption' | 'bars' | 'columns'>): ReactNode {
  return (
    <table className="w-full text-small">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr className="border-b border-line text-muted">
          <th scope="col" className="py-1.5 text-start font-medium">
            {columns[0]}
          </th>
          <th scope="col" className="py-1.5 text-end font-medium">
            {columns[1]}
          </th>
        </tr>
      </thead>
      <tbody>
        {bars.map((bar) => (
          <tr key={bar.id} className="border-b border-line last:border-0">
            <th scope="row" className="py-1.5 pe-3 text-start font-normal">
              {bar.label}
            </th>
            <td className="py-1.5 text-end tabular-nums">{bar.text}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
