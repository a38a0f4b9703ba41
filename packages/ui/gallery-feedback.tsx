'use client';

import { Mail, Phone } from 'lucide-react';
import type { ReactNode } from 'react';
import { announce } from './announce.ts';
import { Banner } from './banner.tsx';
import { Button } from './button.tsx';
import { EmptyState } from './empty-state.tsx';
import { GalleryRow, GallerySection, longText, rtlName } from './gallery-section.tsx';
import { Progress } from './progress.tsx';
import { SkeletonHeader, SkeletonPanel, SkeletonRegion, SkeletonRows } from './skeleton.tsx';
import { Stepper } from './stepper.tsx';
import { Timeline, TimelineDay, TimelineItem } from './timeline.tsx';
import { toast } from './toast.ts';

const steps = [
  { id: 'file', label: 'File' },
  { id: 'columns', label: 'Match columns' },
  { id: 'check', label: 'Check' },
  { id: 'import', label: 'Import' },
];

export function GalleryFeedback(): ReactNode {
  return (
    <GallerySection title="Feedback">
      <Banner tone="info" title="Maintenance on 4 Mar 2026, 22:00–22:30">
        You can read but not change records.
      </Banner>
      <Banner tone="warn" actions={<Button size="sm">Stay signed in</Button>}>
        You will be signed out in 2 minutes.
      </Banner>
      <Banner tone="danger" title="We couldn't save this">
        Nothing was lost. Try again. (ref 7F3K)
      </Banner>
      <Banner tone="ok">Imported 1,204 contacts.</Banner>
      <GalleryRow title="Toasts">
        <Button
          onClick={() =>
            toast({
              title: 'Acme renewal moved to Proposal',
              action: { label: 'Undo', isUndo: true, onAction: () => announce('Undone') },
            })
          }
        >
          Move
        </Button>
        <Button
          onClick={() =>
            toast({
              title: "Couldn't send the invitation",
              description: longText,
              tone: 'danger',
              action: { label: 'Retry', onAction: () => undefined },
            })
          }
        >
          Fail
        </Button>
      </GalleryRow>
      <Stepper label="Import" steps={steps} currentId="check" />
      <div className="grid gap-4 sm:grid-cols-2">
        <Progress label="Importing contacts.csv" value={312} max={1204} text="312 of 1,204 rows" />
        <Progress label="Exporting deals" value={null} text="Queued" />
      </div>
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Timeline label="What happened">
          <TimelineDay heading="Today">
            <TimelineItem
              icon={<Phone />}
              title={
                <>
                  <strong>Ana Ruiz</strong> called {rtlName}
                </>
              }
              meta="14:05"
            >
              {longText}
            </TimelineItem>
            <TimelineItem icon={<Mail />} title="You wrote an e-mail" isPending />
          </TimelineDay>
          <TimelineDay heading="4 Mar 2026">
            <TimelineItem icon={<Mail />} title="Stage changed from Qualified to Proposal" meta="09:12" />
          </TimelineDay>
        </Timeline>
        <SkeletonRegion label="Loading deal" className="flex flex-col gap-4">
          <SkeletonHeader />
          <SkeletonPanel />
          <SkeletonRows rows={3} />
        </SkeletonRegion>
      </div>
      <div className="grid gap-4 sm:grid-cols-3">
        <EmptyState level={3} title="Add your first deal" action={<Button variant="primary">New deal</Button>}>
          A deal is a sale you work on, with a value and a next step.
        </EmptyState>
        <EmptyState
          level={3}
          kind="filtered"
          title="No deals match these filters"
          action={<Button>Clear filters</Button>}
        />
        <EmptyState level={3} kind="no-permission" title="Your role can't see reports">
          Ask Ana Ruiz for access.
        </EmptyState>
      </div>
    </GallerySection>
  );
}
