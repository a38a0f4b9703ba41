'use client';

import { usePeek } from '@aura/api/peek';
import { Button } from '@aura/ui/button';
import { PageHeader } from '@aura/ui/page-header';
import { isShortcut } from '@aura/ui/shortcuts';
import { ViewTabs } from '@aura/views/client';
import { Plus } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { BoardPanel } from './board-panel.tsx';
import { DealActionsProvider } from './deal-actions.tsx';
import { DealCreateSheet } from './deal-create-sheet.tsx';
import { type DealDraft, emptyDraft } from './deal-draft.ts';
import { DealExport } from './deal-export.tsx';
import { dealsPath } from './deal-paths.ts';
import { DealPeek } from './deal-peek.tsx';
import { layouts, useDealView } from './deal-view.ts';
import { DealsSummary } from './deals-summary.tsx';
import { DealsTable } from './deals-table.tsx';
import { DealsToolbar } from './deals-toolbar.tsx';
import { useMe } from './people.ts';
import { useCreatedDeal } from './use-created-deal.ts';
import { useDraftStart } from './use-draft-start.ts';

/** All deals of a pipeline, as a board or a table; what is looked at is in the address. */
export function DealsScreen(): ReactNode {
  const [view, setView] = useDealView();
  const [draft, setDraft] = useState<DealDraft>(emptyDraft);
  const peek = usePeek();
  const { highlightedId, showCreated } = useCreatedDeal(view, peek.open);
  useDraftStart(view, setDraft);
  const canCreate = useMe()?.can('deal:create') === true;
  const openSheet = (stageId?: string): void => {
    if (stageId) setDraft((before) => ({ ...before, stageId }));
    void setView({ new: true });
  };
  useCreateKey(canCreate, openSheet);
  return (
    <DealActionsProvider onPeek={peek.open}>
      <PageHeader
        title="Deals"
        subtitle={<DealsSummary view={view} />}
        primaryAction={
          <Button
            variant="primary"
            icon={<Plus aria-hidden />}
            disabledReason={canCreate ? null : "Your role can't create deals"}
            onClick={() => openSheet()}
          >
            Deal
          </Button>
        }
        actions={view.view === 'table' ? <DealExport view={view} /> : null}
      />
      <ViewTabs entity="deal" path={dealsPath} hasMine words={layouts} />
      <DealsToolbar view={view} setView={setView} />
      {view.view === 'table' ? (
        <DealsTable view={view} setView={setView} onCreate={openSheet} />
      ) : (
        <BoardPanel
          view={view}
          setView={setView}
          highlightedId={highlightedId}
          onAdd={canCreate ? openSheet : undefined}
        />
      )}
      <DealPeek peek={peek} />
      <DealCreateSheet
        open={view.new}
        onOpenChange={(isOpen) => void setView({ new: isOpen ? true : null }, { history: 'replace' })}
        pipelineId={view.pipelineId}
        draft={draft}
        onDraftChange={setDraft}
        onCreated={showCreated}
      />
    </DealActionsProvider>
  );
}

/** C creates; N then D does so from anywhere, by the workspace's own keys. */
function useCreateKey(isOn: boolean, onCreate: () => void): void {
  useEffect(() => {
    if (!isOn) return;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'c' || !isShortcut(event)) return;
      event.preventDefault();
      onCreate();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  });
}
