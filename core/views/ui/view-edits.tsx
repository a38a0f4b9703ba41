'use client';

import { Badge } from '@aura/ui/badge';
import { Button } from '@aura/ui/button';
import type { ReactNode } from 'react';
import type { ViewActionSet } from './use-view-actions.tsx';
import type { Views } from './use-views.ts';

/** The list is looked at in another way than the view says: keep that, elsewhere or here, or drop it. */
export function ViewEdits({ views, actions }: { views: Views; actions: ViewActionSet }): ReactNode {
  const { tab, isEdited } = views.place;
  if (!tab || !isEdited) return null;
  const { view } = tab;
  const mayKeep = view?.abilities.update === true;
  return (
    <div className="flex flex-wrap items-center gap-1">
      {view ? (
        <Badge tone="attention" className="me-1">
          Edited
        </Badge>
      ) : null}
      {mayKeep && view.visibility === 'shared' ? (
        <span className="me-1 text-small text-muted">Everyone uses this view</span>
      ) : null}
      {mayKeep ? (
        <Button size="sm" onClick={() => actions.save(view)} loading={actions.isSaving}>
          Save
        </Button>
      ) : null}
      <Button size="sm" variant={mayKeep ? 'ghost' : 'secondary'} onClick={actions.askForNew}>
        Save as new
      </Button>
      <Button size="sm" variant="ghost" onClick={() => views.goTo(tab)}>
        Reset
      </Button>
    </div>
  );
}
