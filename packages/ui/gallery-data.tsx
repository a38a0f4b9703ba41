'use client';

import { Ellipsis } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { BarList } from './bar-list.tsx';
import { Button } from './button.tsx';
import { type Widths, withWidth } from './column-width.ts';
import { type Column, DataTable, type Sort } from './data-table.tsx';
import { DateText } from './date-text.tsx';
import { EmptyState } from './empty-state.tsx';
import { FigureTile } from './figure-tile.tsx';
import { FilterBar } from './filter-bar.tsx';
import { FilterChip } from './filter-chip.tsx';
import { GallerySection, longText, rtlName } from './gallery-section.tsx';
import { IconButton } from './icon-button.tsx';
import { Menu, MenuItem } from './menu.tsx';
import { MoneyText } from './money-text.tsx';
import { NextStepRail, type NextStepState, NextStepText } from './next-step-rail.tsx';
import { Pagination } from './pagination.tsx';
import { StageGlyph } from './stage-glyph.tsx';

type Row = {
  id: string;
  name: string;
  owner: string;
  stage: number;
  amount: string | null;
  close: string;
  step: NextStepState;
};

const rows: readonly Row[] = [
  {
    id: '1',
    name: 'Acme renewal',
    owner: 'Ana Ruiz',
    stage: 2,
    amount: '12450',
    close: '2026-03-04',
    step: 'scheduled',
  },
  { id: '2', name: longText, owner: rtlName, stage: 0, amount: '9007199254.25', close: '2026-11-30', step: 'overdue' },
  { id: '3', name: 'Borealis pilot', owner: 'Łukasz Żółć', stage: 3, amount: null, close: '2026-05-01', step: 'today' },
  { id: '4', name: 'Cedar & Co', owner: 'Jo', stage: 1, amount: '0', close: '2026-05-01', step: 'missing' },
];

const columns: readonly Column<Row>[] = [
  { id: 'name', header: 'Deal', isSortable: true, cell: (row) => row.name },
  {
    id: 'stage',
    header: 'Stage',
    cell: (row) => (
      <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
        <StageGlyph outcome="open" position={row.stage} count={4} /> Stage {row.stage + 1}
      </span>
    ),
  },
  {
    id: 'amount',
    header: 'Value',
    align: 'end',
    isSortable: true,
    cell: (row) => (
      <MoneyText value={row.amount === null ? null : { amount: row.amount, currency: 'USD' }} precision="exact" />
    ),
  },
  { id: 'step', header: 'Next step', cell: (row) => <NextStepText state={row.step} /> },
  { id: 'close', header: 'Closes', isSortable: true, cell: (row) => <DateText value={row.close} /> },
  { id: 'owner', header: 'Owner', cell: (row) => row.owner },
];

export function GalleryData(): ReactNode {
  return (
    <GallerySection title="Lists and figures">
      <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
        <FigureTile label="Open value" value="$1,204,900" delta="12% more than last month" href="#open" />
        <FigureTile label="Won this quarter" value="18" delta="3 fewer than last quarter" />
        <FigureTile label="Win rate" value={null} status="error" onRetry={() => undefined} />
        <FigureTile label="Average days to close" value={null} status="loading" />
      </div>
      <div className="grid gap-6 rounded-panel border border-line bg-surface p-4 sm:grid-cols-2">
        <BarList
          caption="Proposal holds 41% of open value"
          columns={['Stage', 'Value']}
          bars={[
            { id: 'a', label: 'Qualified', value: 20, text: '$20,000' },
            { id: 'b', label: 'Proposal', value: 41, text: '$41,000' },
            { id: 'c', label: longText, value: 3, text: '$3,000' },
            { id: 'd', label: 'Lost', value: 12, text: '$12,000', look: 'hatch' },
          ]}
        />
        <BarList caption="" columns={['Stage', 'Value']} bars={[]} emptyText="No deals closed in March." />
      </div>
      <DealTable />
      <DataTable<Row>
        caption="Deals that load"
        columns={columns}
        rows={[]}
        rowKey={(row) => row.id}
        rowLabel={(row) => row.name}
        status="loading"
      />
      <DataTable<Row>
        caption="Deals that failed"
        columns={columns}
        rows={[]}
        rowKey={(row) => row.id}
        rowLabel={(row) => row.name}
        status="error"
        onRetry={() => undefined}
      />
      <DataTable<Row>
        caption="No deals"
        columns={columns}
        rows={[]}
        rowKey={(row) => row.id}
        rowLabel={(row) => row.name}
        empty={
          <EmptyState
            level={3}
            kind="filtered"
            title="No deals match these filters"
            action={<Button>Clear filters</Button>}
          >
            Try fewer filters.
          </EmptyState>
        }
      />
    </GallerySection>
  );
}

function DealTable(): ReactNode {
  const [sort, setSort] = useState<Sort>({ column: 'amount', direction: 'descending' });
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set(['3']));
  const [query, setQuery] = useState('acme');
  const [widths, setWidths] = useState<Widths>({});
  return (
    <div>
      <FilterBar
        search={{ value: query, onValueChange: setQuery, label: 'Search deals' }}
        filterMenu={<MenuItem onSelect={() => undefined}>Owner</MenuItem>}
        summary="1,204 deals"
        chips={
          <>
            <FilterChip label="Owner" value="is me" onRemove={() => undefined} editor={<p>Choose people.</p>} />
            <FilterChip label="Deal" value={`contains ${longText}`} onRemove={() => undefined} />
            <FilterChip label="Filter" value="from the link was ignored" isUnknown onRemove={() => undefined} />
          </>
        }
        onClearAll={() => undefined}
      />
      <DataTable
        caption="Deals"
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        rowLabel={(row) => row.name}
        rowHref={(row) => `#deal-${row.id}`}
        rowRail={(row) => <NextStepRail state={row.step} />}
        rowActions={(row) => (
          <Menu
            align="end"
            trigger={<IconButton label={`More actions for ${row.name}`} icon={<Ellipsis aria-hidden />} />}
          >
            <MenuItem onSelect={() => undefined}>Edit</MenuItem>
          </Menu>
        )}
        sizing={{ widths, onWidthChange: (id, px) => setWidths((now) => withWidth(now, id, px)) }}
        sort={sort}
        onSortChange={setSort}
        selection={{ selected, onSelectedChange: setSelected }}
        status="refreshing"
      />
      <Pagination
        summary="Rows 51–100 · about 12,400"
        onFirst={() => undefined}
        onPrevious={() => undefined}
        pageSize={50}
        onPageSizeChange={() => undefined}
      />
    </div>
  );
}
