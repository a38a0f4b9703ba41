'use client';

import { Banner } from '@aura/ui/banner';
import { Button } from '@aura/ui/button';
import { useNarrow } from '@aura/ui/use-narrow';
import type { ReactNode } from 'react';
import { useViewActions } from './use-view-actions.tsx';
import { useViews, type ViewsOptions } from './use-views.ts';
import { ViewEdits } from './view-edits.tsx';
import { ViewKebab } from './view-kebab.tsx';
import { ViewMenu } from './view-menu.tsx';
import { ViewRow } from './view-row.tsx';

export type ViewTabsProps = ViewsOptions;

/** The saved views of a list, above it: which one is looked at, whether it was changed, and what can be done with it. */
export function ViewTabs(props: ViewTabsProps): ReactNode {
  const views = useViews(props);
  const actions = useViewActions(props.entity, views);
  const isNarrow = useNarrow();
  return (
    <>
      <div className="mb-3 flex flex-wrap items-center gap-x-2 gap-y-2 sm:gap-y-1 sm:shadow-[inset_0_-1px_0_var(--line)] print:hidden">
        {isNarrow ? (
          <>
            <div className="flex w-full items-center gap-2">
              <ViewMenu views={views} actions={actions} />
              <ViewKebab views={views} actions={actions} />
            </div>
            <ViewEdits views={views} actions={actions} />
          </>
        ) : (
          <>
            <ViewRow views={views} actions={actions} />
            <ViewEdits views={views} actions={actions} />
            <ViewKebab views={views} actions={actions} />
          </>
        )}
      </div>
      {views.place.isGone ? (
        <div className="pb-3">
          <Banner
            isAnnounced
            title="This view is no longer there"
            actions={
              <Button size="sm" onClick={views.dismissGone}>
                Dismiss
              </Button>
            }
          >
            It was deleted, or its owner keeps it private now.
          </Banner>
        </div>
      ) : null}
      {actions.dialogs}
    </>
  );
}
