'use client';

import { Menu as Base } from '@base-ui/react/menu';
import { Check } from 'lucide-react';
import { type ComponentProps, cloneElement, type ReactElement, type ReactNode, useId, useRef, useState } from 'react';
import { AnchoredMenu } from './anchored-menu.tsx';
import { Link } from './link.tsx';
import { menuItemClass } from './menu-class.ts';

export type MenuProps = {
  /** The button that opens the menu; must take an id and pass its handlers on. */
  trigger: ReactElement<ComponentProps<'button'>>;
  children: ReactNode;
  align?: 'start' | 'center' | 'end';
  side?: 'top' | 'bottom' | 'left' | 'right';
};

/**
 * A list of actions behind a button. Arrow keys, Home, End and typing move; Escape closes and returns focus. A table has one
 * in each row: until it is opened there is only its button.
 */
export function Menu({ trigger, children, ...at }: MenuProps): ReactNode {
  const { anchor, isMade, isByKey, open, close, press, release } = useAnchor();
  const ownId = useId();
  const own = trigger.props;
  const id = own.id ?? ownId;
  return (
    <>
      {cloneElement(trigger, {
        id,
        'aria-haspopup': 'menu',
        'aria-expanded': anchor !== null,
        onPointerDown: (event) => {
          own.onPointerDown?.(event);
          press();
        },
        onClick: (event) => {
          own.onClick?.(event);
          // A click without a pointer is a key's.
          release(event.currentTarget, event.detail === 0);
        },
        onKeyDown: (event) => {
          own.onKeyDown?.(event);
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          open(event.currentTarget, true);
        },
      })}
      {isMade ? (
        <AnchoredMenu anchor={anchor} label={{ id }} isByKey={isByKey} onClose={close} {...at}>
          {children}
        </AnchoredMenu>
      ) : null}
    </>
  );
}

/** The button of the open menu. A press beside an open menu closes it before its button hears of the click. */
function useAnchor() {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [isMade, setMade] = useState(false);
  const [isByKey, setByKey] = useState(false);
  const wasOpen = useRef(false);
  const open = (button: HTMLElement, byKey: boolean): void => {
    setMade(true);
    setByKey(byKey);
    setAnchor(button);
  };
  const press = (): void => {
    wasOpen.current = anchor !== null;
  };
  const release = (button: HTMLElement, byKey: boolean): void => {
    if (byKey || !wasOpen.current) open(button, byKey);
    wasOpen.current = false;
  };
  return { anchor, isMade, isByKey, open, close: () => setAnchor(null), press, release };
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

const menuLabelClass = 'px-2.5 pt-2 pb-1 text-micro text-muted';
