'use client';

import type { PageFacts } from '@aura/ui/list-text';
import type { RowSelection } from '@aura/ui/use-selection';
import type { ReactNode } from 'react';
import { ExportButton, type ExportButtonProps } from './export-button.tsx';

export type ExportSelectionProps = {
  scope: ExportButtonProps['scope'];
  selection: RowSelection;
  /** What the list shows, archived ones or not included. */
  filter: Readonly<Record<string, unknown>>;
  facts: Omit<PageFacts, 'items'> | undefined;
};

/** Takes out the selected rows of a list: those that were picked, or all that its filter finds. */
export function ExportSelection({ scope, selection, filter, facts }: ExportSelectionProps): ReactNode {
  const { chosen } = selection;
  const what =
    chosen === 'all-matching'
      ? { filter, facts, isFiltered: true }
      : {
          filter: { ids: chosen.keys, ...(filter['deleted'] === true ? { deleted: true } : {}) },
          facts: { total: chosen.keys.length },
          isSelection: true,
        };
  return <ExportButton size="sm" scope={scope} {...what} />;
}
