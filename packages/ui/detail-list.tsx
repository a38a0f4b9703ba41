import type { ReactNode } from 'react';

/** Fields of a record, name beside value; in a narrow place one below the other. */
export function DetailList({ children }: { children: ReactNode }): ReactNode {
  return (
    <div className="@container -my-1.5">
      <dl className="flex flex-col divide-y divide-line">{children}</dl>
    </div>
  );
}

export type DetailRowProps = {
  label: ReactNode;
  /** Stands beside the value: call, write, copy. */
  actions?: ReactNode;
  children: ReactNode;
};

export function DetailRow({ label, actions, children }: DetailRowProps): ReactNode {
  return (
    <div className="grid grid-cols-1 gap-x-3 py-1.5 @min-[20rem]:grid-cols-[6.5rem_minmax(0,1fr)]">
      <dt className="text-small wrap-anywhere text-muted @min-[20rem]:py-1.5">{label}</dt>
      <dd className="m-0 flex min-h-8 min-w-0 items-center justify-between gap-2 text-body text-ink">
        <div className="min-w-0 flex-1">{children}</div>
        {actions ? <div className="flex shrink-0 items-center">{actions}</div> : null}
      </dd>
    </div>
  );
}
