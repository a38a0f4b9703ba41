'use client';

import { Menu as Base } from '@base-ui/react/menu';
import { Check } from 'lucide-react';
import { type ReactElement, type ReactNode, useId } from 'react';
import { Link } from './link.tsx';

export type MenuProps = {
  /** The button that opens the menu. */
  trigger: ReactElement;
  children: ReactNode;
  align?: 'start' | 'center' | 'end';
  side?: 'top' | 'bottom' | 'left' | 'right';
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
};

/** A list of actions. Arrow keys, Home, End and typing move; Escape closes and returns focus. */
export function Menu({
  trigger,
  children,
  align = 'start',
  side = 'bottom',
  open,
  onOpenChange,
}: MenuProps): ReactNode {
  return (
    <Base.Root open={open} onOpenChange={onOpenChange} modal={false}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner align={align} side={side} sideOffset={4} collisionPadding={8} className="z-50">
          <Base.Popup className={menuPopupClass}>{children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

type ItemLook = {
  icon?: ReactNode;
  /** The keys that do the same, e.g. "Ctrl K". */
  keys?: string;
  children: ReactNode;
};

export type MenuItemProps = ItemLook & {
  onSelect: () => void;
  tone?: 'danger';
  /** Keeps the item in the list and says why it cannot be used. */
  disabledReason?: string | null;
};

export function MenuItem({ icon, keys, children, onSelect, tone, disabledReason }: MenuItemProps): ReactNode {
  const reasonId = useId();
  return (
    <Base.Item
      disabled={Boolean(disabledReason)}
      aria-describedby={disabledReason ? reasonId : undefined}
      onClick={onSelect}
      className={`${menuItemClass} ${tone === 'danger' && !disabledReason ? 'text-danger' : ''}`}
    >
      <ItemFace icon={icon} keys={keys}>
        {children}
        {disabledReason ? (
          <span id={reasonId} className="block text-small whitespace-normal text-subtle">
            {disabledReason}
          </span>
        ) : null}
      </ItemFace>
    </Base.Item>
  );
}

export function MenuLinkItem({ icon, keys, children, href }: ItemLook & { href: string }): ReactNode {
  return (
    <Base.LinkItem closeOnClick render={<Link href={href} />} className={menuItemClass}>
      <ItemFace icon={icon} keys={keys}>
        {children}
      </ItemFace>
    </Base.LinkItem>
  );
}

export type MenuRadioGroupProps = {
  label: ReactNode;
  value: string;
  onValueChange: (value: string) => void;
  children: ReactNode;
};

/** A choice of one inside a menu. The label is shown above it. */
export function MenuRadioGroup({ label, value, onValueChange, children }: MenuRadioGroupProps): ReactNode {
  return (
    <Base.RadioGroup value={value} onValueChange={(next: string) => onValueChange(next)}>
      <Base.Group>
        <Base.GroupLabel className={menuLabelClass}>{label}</Base.GroupLabel>
        {children}
      </Base.Group>
    </Base.RadioGroup>
  );
}

export function MenuRadioItem({ icon, keys, children, value }: ItemLook & { value: string }): ReactNode {
  return (
    <Base.RadioItem value={value} closeOnClick className={menuItemClass}>
      <ItemFace icon={icon} keys={keys}>
        {children}
      </ItemFace>
      <Base.RadioItemIndicator className="ms-auto">
        <Check aria-hidden />
      </Base.RadioItemIndicator>
    </Base.RadioItem>
  );
}

export type MenuCheckboxItemProps = ItemLook & { checked: boolean; onCheckedChange: (checked: boolean) => void };

export function MenuCheckboxItem({ icon, keys, children, checked, onCheckedChange }: MenuCheckboxItemProps): ReactNode {
  return (
    <Base.CheckboxItem checked={checked} onCheckedChange={(next) => onCheckedChange(next)} className={menuItemClass}>
      <ItemFace icon={icon} keys={keys}>
        {children}
      </ItemFace>
      <Base.CheckboxItemIndicator className="ms-auto">
        <Check aria-hidden />
      </Base.CheckboxItemIndicator>
    </Base.CheckboxItem>
  );
}

export function MenuSeparator(): ReactNode {
  return <Base.Separator className="my-1 h-px bg-line" />;
}

export function MenuGroup({ label, children }: { label: ReactNode; children: ReactNode }): ReactNode {
  return (
    <Base.Group>
      <Base.GroupLabel className={menuLabelClass}>{label}</Base.GroupLabel>
      {children}
    </Base.Group>
  );
}

function ItemFace({ icon, keys, children }: ItemLook): ReactNode {
  return (
    <>
      {icon ? <span className="mt-0.5 shrink-0 text-muted">{icon}</span> : null}
      <span className="min-w-0 flex-1">{children}</span>
      {keys ? <kbd className="shrink-0 ps-4 font-sans text-micro text-muted">{keys}</kbd> : null}
    </>
  );
}

export const menuPopupClass =
  'max-h-(--available-height) max-w-[min(22rem,calc(100vw-1rem))] min-w-48 origin-(--transform-origin) overflow-y-auto rounded-panel border border-line ' +
  'bg-raised p-1 text-ink shadow-float outline-none transition-[transform,opacity] duration-120 ease-ledger ' +
  'data-ending-style:scale-98 data-ending-style:opacity-0 data-starting-style:scale-98 data-starting-style:opacity-0';

export const menuItemClass =
  'flex min-h-8 cursor-pointer items-start gap-2.5 rounded-control px-2.5 py-1.5 text-body -outline-offset-2 select-none ' +
  'data-disabled:cursor-not-allowed data-disabled:text-subtle data-highlighted:bg-sunken [&_svg]:size-4 pointer-coarse:min-h-11 pointer-coarse:items-center';

const menuLabelClass = 'px-2.5 pt-2 pb-1 text-micro text-muted';
