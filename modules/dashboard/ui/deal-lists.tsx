'use client';

import { DealLine, dealsHref, dealsText, type Figure, useToday } from '@aura/reports/client';
import { DateText } from '@aura/ui/date-text';
import { Link } from '@aura/ui/link';
import { NextStepRail } from '@aura/ui/next-step-rail';
import { Panel } from '@aura/ui/panel';
import type { ReactNode } from 'react';
import type { Dashboard } from '../dashboard.schema.ts';
import { attentionReasons, nextStepState } from './next-step-state.ts';

export type PanelState = { status: 'ready' | 'loading' | 'error'; onRetry: () => void; reference: string | null };
type ListPanelProps = { data: Dashboard | undefined; state: PanelState };

/** Deals that are overdue, stuck or without a next step, and how many of each. */
export function AttentionPanel({ data, state }: ListPanelProps): ReactNode {
  const today = useToday();
  return (
    <Panel title="Needs attention" note={data?.attention.count.toLocaleString('en-US')} {...state}>
      {data ? (
        <div className="flex flex-col gap-3">
          <ul aria-label="Reasons" className="flex flex-wrap gap-x-4 gap-y-1">
            <Reason name="Overdue" figure={data.overdue} />
            <Reason name="Too long in a stage" figure={data.rotting} />
            <Reason name="No next step" figure={data.noNextStep} />
          </ul>
          {data.attention.deals.length === 0 ? (
            <p className="text-muted">Nothing waits. Every open deal has a next step.</p>
          ) : null}
          <ul className="-my-1">
            {data.attention.deals.map((deal) => (
              <DealLine
                key={deal.id}
                deal={deal}
                rail={<NextStepRail state={nextStepState(deal, today)} />}
                note={
                  <span className="block text-small font-medium text-copper">
                    {sentence(attentionReasons(deal, today))}
                  </span>
                }
              />
            ))}
          </ul>
          <All figure={data.attention} shown={data.attention.deals.length} />
        </div>
      ) : null}
    </Panel>
  );
}

/** Open deals that are expected to close within two weeks. */
export function ClosingSoonPanel({ data, state }: ListPanelProps): ReactNode {
  const today = useToday();
  return (
    <Panel title="Closing in the next 14 days" note={data?.closingSoon.count.toLocaleString('en-US')} {...state}>
      {data ? (
        <>
          {data.closingSoon.deals.length === 0 ? (
            <p className="text-muted">No deal is expected to close soon.</p>
          ) : null}
          <ul className="-my-1">
            {data.closingSoon.deals.map((deal) => (
              <DealLine
                key={deal.id}
                deal={deal}
                rail={<NextStepRail state={nextStepState(deal, today)} />}
                note={
                  <span className="block text-small text-muted">
                    Expected <DateText value={deal.closeDate} />
                  </span>
                }
              />
            ))}
          </ul>
          <All figure={data.closingSoon} shown={data.closingSoon.deals.length} />
        </>
      ) : null}
    </Panel>
  );
}

function Reason({ name, figure }: { name: string; figure: Figure }): ReactNode {
  return (
    <li className="text-small">
      {figure.count > 0 ? (
        <Link href={dealsHref(figure.filter)} className="inline-block min-h-6 text-link">
          {name}: {figure.count.toLocaleString('en-US')}
        </Link>
      ) : (
        <span className="text-muted">{name}: 0</span>
      )}
    </li>
  );
}

export function All({ figure, shown }: { figure: Figure; shown: number }): ReactNode {
  if (figure.count <= shown) return null;
  return (
    <Link href={dealsHref(figure.filter)} className="mt-2 inline-block min-h-6 text-link">
      Show all {dealsText(figure.count)}
    </Link>
  );
}

const sentence = (reasons: readonly string[]): string => {
  const text = reasons.join(', ');
  return text.charAt(0).toUpperCase() + text.slice(1);
};
