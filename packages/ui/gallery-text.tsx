import { CircleCheck, Clock } from 'lucide-react';
import type { ReactNode } from 'react';
import { Avatar } from './avatar.tsx';
import { Badge } from './badge.tsx';
import { DateText, RelativeTime } from './date-text.tsx';
import { GalleryRow, GallerySection, longText, rtlName } from './gallery-section.tsx';
import { Kbd } from './kbd.tsx';
import { MoneyText } from './money-text.tsx';
import { NextStepRail, type NextStepState, NextStepText } from './next-step-rail.tsx';
import { StageGlyph } from './stage-glyph.tsx';

const states: readonly NextStepState[] = ['scheduled', 'today', 'overdue', 'missing'];
const people = ['Ana Ruiz', rtlName, 'Łukasz Żółć', '李小龍', 'Jo', 'Émile van der Berg-Oyelaran', ''];

export function GalleryText(): ReactNode {
  return (
    <GallerySection title="Words and figures">
      <GalleryRow title="Type">
        <span className="font-brand text-display">Display</span>
        <span className="text-h1">Heading 1</span>
        <span className="text-h2">Heading 2</span>
        <span className="text-h3">Heading 3</span>
        <span>
          Body with a{' '}
          <a href="#link" className="text-link">
            price list
          </a>
        </span>
        <span className="text-muted">muted</span>
        <span className="text-small text-subtle">small, subtle</span>
        <span className="text-micro">micro</span>
        <span className="text-figure tabular-nums">$1.2M</span>
        <Kbd>Ctrl</Kbd>
      </GalleryRow>
      <GalleryRow title="Money and dates">
        <MoneyText value={{ amount: '12450', currency: 'USD' }} />
        <MoneyText value={{ amount: '1200.5', currency: 'EUR' }} precision="exact" withCode />
        <MoneyText value={{ amount: '9007199254740993.25', currency: 'CHF' }} />
        <MoneyText value={{ amount: '1250000', currency: 'JPY' }} precision="compact" />
        <MoneyText value={null} />
        <DateText value="2026-03-04" />
        <DateText value="2026-03-04T23:30:00Z" style="date-time" timezone="Europe/Berlin" />
        <RelativeTime value="2026-03-04T23:30:00Z" />
      </GalleryRow>
      <GalleryRow title="Stages">
        {[0, 1, 2, 3].map((position) => (
          <span key={position} className="inline-flex items-center gap-1.5">
            <StageGlyph outcome="open" position={position} count={4} /> Stage {position + 1}
          </span>
        ))}
        <span className="inline-flex items-center gap-1.5">
          <StageGlyph outcome="won" /> Won
        </span>
        <span className="inline-flex items-center gap-1.5">
          <StageGlyph outcome="lost" /> Lost
        </span>
      </GalleryRow>
      <div className="grid gap-2 sm:grid-cols-2 lg:grid-cols-4">
        {states.map((state) => (
          <div key={state} className="relative overflow-hidden rounded-panel border border-line bg-surface p-3">
            <NextStepRail state={state} />
            <p className="truncate text-h3">{state === 'overdue' ? longText : 'Acme renewal'}</p>
            <NextStepText state={state}>{state === 'missing' ? null : 'Call on 4 Mar'}</NextStepText>
          </div>
        ))}
      </div>
      <GalleryRow title="People and tags">
        {people.map((name) => (
          <Avatar key={name} name={name} />
        ))}
        <Avatar name="Ana Ruiz" size="sm" isAlone />
        <Avatar name="Ana Ruiz" size="lg" />
        <Badge>Draft</Badge>
        <Badge tone="primary" icon={<CircleCheck aria-hidden />}>
          Active
        </Badge>
        <Badge tone="attention" icon={<Clock aria-hidden />}>
          Due today
        </Badge>
        <Badge tone="ok">Paid</Badge>
        <Badge tone="warn">Trial ends</Badge>
        <Badge tone="danger">Failed</Badge>
        <Badge tone="info">Beta</Badge>
        <Badge shape="pill">{longText}</Badge>
        <Badge shape="pill">{rtlName}</Badge>
      </GalleryRow>
    </GallerySection>
  );
}
