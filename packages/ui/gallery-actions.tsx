'use client';

import { Ellipsis, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { CopyButton } from './copy-button.tsx';
import { GalleryRow, GallerySection, longText } from './gallery-section.tsx';
import { IconButton } from './icon-button.tsx';
import { LinkButton } from './link-button.tsx';
import { Menu, MenuGroup, MenuItem, MenuLinkItem, MenuRadioGroup, MenuRadioItem, MenuSeparator } from './menu.tsx';
import { TabLinks } from './tab-links.tsx';
import { Tabs } from './tabs.tsx';

const variants = ['primary', 'secondary', 'ghost', 'danger'] as const;

export function GalleryActions(): ReactNode {
  return (
    <GallerySection title="Actions">
      <GalleryRow title="Buttons">
        {variants.map((variant) => (
          <Button key={variant} variant={variant} icon={<Plus aria-hidden />}>
            New deal
          </Button>
        ))}
        <Button size="sm">Small</Button>
        <Button size="lg" variant="primary">
          Start free
        </Button>
      </GalleryRow>
      <GalleryRow title="Loading, blocked, long">
        <Button variant="primary" loading loadingLabel="Saving…">
          Save deal
        </Button>
        <Button loading>Refresh</Button>
        {variants.map((variant) => (
          <Button key={variant} variant={variant} disabledReason="Your role can view but not edit this deal">
            Edit {variant}
          </Button>
        ))}
        <Button disabled>Previous</Button>
        <Button>{longText}</Button>
      </GalleryRow>
      <GalleryRow title="Icons, links, copy, menu">
        <IconButton label="New deal" icon={<Plus aria-hidden />} />
        <IconButton label="New deal, outlined" variant="secondary" icon={<Plus aria-hidden />} />
        <IconButton label="Archive" disabledReason="Only managers can archive" icon={<Plus aria-hidden />} />
        <LinkButton href="#pricing">See pricing</LinkButton>
        <CopyButton text="req_7F3K" size="sm">
          Copy id
        </CopyButton>
        <GalleryMenu />
      </GalleryRow>
      <Tabs
        label="Parts of the deal"
        items={[
          { value: 'timeline', label: 'Timeline', count: 1204, panel: <p>What happened.</p> },
          { value: 'details', label: 'Details', panel: <p>What is known.</p> },
          { value: 'files', label: 'Files', count: 0, panel: <p>No files yet.</p> },
          { value: 'history', label: 'History of every change', panel: <p>Who changed what.</p> },
        ]}
      />
      <TabLinks
        label="Views"
        items={[
          { href: '#all', label: 'All', isCurrent: true },
          { href: '#mine', label: 'Mine', count: 12, isCurrent: false },
          { href: '#long', label: 'Closing this quarter without a next step', isCurrent: false },
        ]}
        trail={<IconButton label="Save as new view" size="sm" icon={<Plus aria-hidden />} />}
      />
    </GallerySection>
  );
}

function GalleryMenu(): ReactNode {
  return (
    <Menu trigger={<IconButton label="More actions for Acme renewal" icon={<Ellipsis aria-hidden />} />}>
      <MenuLinkItem href="#open" keys="O">
        Open
      </MenuLinkItem>
      <MenuItem keys="E" onSelect={() => undefined}>
        Edit
      </MenuItem>
      <MenuItem disabledReason="Only managers can assign" onSelect={() => undefined}>
        Assign
      </MenuItem>
      <MenuSeparator />
      <MenuRadioGroup label="Density" value="compact" onValueChange={() => undefined}>
        <MenuRadioItem value="comfortable">Comfortable</MenuRadioItem>
        <MenuRadioItem value="compact">Compact</MenuRadioItem>
      </MenuRadioGroup>
      <MenuSeparator />
      <MenuGroup label="Danger">
        <MenuItem tone="danger" onSelect={() => undefined}>
          Archive
        </MenuItem>
      </MenuGroup>
    </Menu>
  );
}
