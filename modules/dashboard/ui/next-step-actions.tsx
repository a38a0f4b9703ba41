'use client';

import { failureText } from '@aura/api/record-edit';
import { useDealsApi } from '@aura/deals/client';
import { useToday } from '@aura/reports/client';
import { Button } from '@aura/ui/button';
import { IconButton } from '@aura/ui/icon-button';
import { Menu, MenuItem } from '@aura/ui/menu';
import { toast } from '@aura/ui/toast';
import { addDays } from '@aura/ui/zoned-time';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CalendarClock, Check } from 'lucide-react';
import type { ReactNode } from 'react';
import type { DashboardDeal } from '../dashboard.schema.ts';
import { useDashboardApi } from './use-dashboard-api.ts';

const delays = [
  { label: 'Today', days: 0 },
  { label: 'Tomorrow', days: 1 },
  { label: '+3 days', days: 3 },
  { label: 'Next week', days: 7 },
] as const;

type Step = { nextStep?: string | null; nextStepOn: string | null };

/** Done, or another day. */
export function NextStepActions({ deal }: { deal: DashboardDeal }): ReactNode {
  const change = useStepChange(deal);
  const today = useToday();
  if (!deal.abilities.update) return null;
  return (
    <span className="flex items-center gap-1">
      <Menu
        align="end"
        trigger={
          <IconButton
            size="sm"
            aria-keyshortcuts="E"
            label={`Change the day for ${deal.name}`}
            icon={<CalendarClock aria-hidden />}
          />
        }
      >
        {delays.map(({ label, days }) => (
          <MenuItem
            key={label}
            onSelect={() => change({ nextStepOn: addDays(today, days) }, `Next step moved to ${label.toLowerCase()}`)}
          >
            {label}
          </MenuItem>
        ))}
      </Menu>
      <IconButton
        size="sm"
        aria-keyshortcuts="X"
        label={`Done: ${deal.nextStep ?? 'next step'}, ${deal.name}`}
        icon={<Check aria-hidden />}
        onClick={() => change({ nextStep: null, nextStepOn: null }, 'Next step done')}
      />
    </span>
  );
}

/** Gives a deal without a next step its day, in one press. */
export function NextStepChips({ deal }: { deal: DashboardDeal }): ReactNode {
  const change = useStepChange(deal);
  const today = useToday();
  if (!deal.abilities.update) return null;
  return (
    <fieldset aria-label={`Next step of ${deal.name}`} className="m-0 border-0 p-0 flex basis-full flex-wrap gap-1.5">
      {delays.map(({ label, days }) => (
        <Button
          key={label}
          size="sm"
          className="rounded-full"
          onClick={() =>
            change({ nextStep: 'Follow up', nextStepOn: addDays(today, days) }, `Follow up: ${label.toLowerCase()}`)
          }
        >
          {label}
        </Button>
      ))}
    </fieldset>
  );
}

function useStepChange(deal: DashboardDeal): (step: Step, said: string) => void {
  const api = useDealsApi().deals;
  const dashboard = useDashboardApi().dashboard;
  const queries = useQueryClient();
  const { mutateAsync } = useMutation(api.update.mutationOptions());
  const write = async (step: Step, version: number): Promise<number | null> => {
    try {
      const saved = await mutateAsync({ id: deal.id, expectedVersion: version, ...step });
      return saved.version;
    } catch (error) {
      toast({ title: `Couldn't change ${deal.name}`, description: failureText(error), tone: 'danger' });
      return null;
    } finally {
      await queries.invalidateQueries({ queryKey: dashboard.read.queryKey() });
    }
  };
  return (step, said) => {
    const before: Step = { nextStep: deal.nextStep, nextStepOn: deal.nextStepOn };
    void write(step, deal.version).then((version) => {
      if (version === null) return;
      toast({
        title: said,
        description: deal.name,
        action: { label: 'Undo', isUndo: true, onAction: () => void write(before, version) },
      });
    });
  };
}
