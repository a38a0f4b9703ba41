'use client';

import { Combobox as Base } from '@base-ui/react/combobox';
import { Check, ChevronDown, Plus, X } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { classNames } from './class-names.ts';
import { controlClass } from './control-class.ts';
import { useFieldControl, useFieldLabelId } from './field.tsx';
import { menuItemClass, menuPopupClass } from './menu-class.ts';
import { Spinner } from './spinner.tsx';

export type ComboboxOption = {
  value: string;
  label: string;
  /** A second line that tells namesakes apart. */
  detail?: string;
};

export type ComboboxProps = {
  value: ComboboxOption | null;
  onValueChange: (option: ComboboxOption | null) => void;
  options: readonly ComboboxOption[];
  /** Called 200 ms after typing when the options come from a server. Without it the given options are filtered here. */
  onQueryChange?: (query: string) => void;
  loading?: boolean;
  /** Adds an entry 'Create "Acme"' at the end of the list; called with the typed text. */
  onCreate?: (query: string) => void;
  createLabel?: (query: string) => string;
  placeholder?: string;
  emptyText?: string;
  /** The form field's name; its value is the option's `value`. */
  name?: string;
  id?: string;
  disabled?: boolean;
  className?: string;
  'aria-label'?: string;
};

const DEBOUNCE_MS = 200;
const createValue = '\u0000create';

/** A text field that finds one of many options. Arrow keys move, Enter takes, Escape closes. */
export function Combobox(props: ComboboxProps): ReactNode {
  const { value, onValueChange, onQueryChange, onCreate, name, disabled, placeholder, className } = props;
  const [query, setQuery] = useState('');
  const wiring = useFieldControl({ id: props.id });
  const labelId = useFieldLabelId();
  const report = useDebounced(onQueryChange ?? ignore);
  const items = useItems(props, query);
  return (
    <Base.Root<ComboboxOption>
      items={items}
      filter={null}
      value={value}
      name={name}
      disabled={disabled}
      autoHighlight
      itemToStringLabel={(item) => item.label}
      itemToStringValue={(item) => item.value}
      isItemEqualToValue={(item, other) => item.value === other.value}
      onValueChange={(next, details) => {
        if (keepsOnEscape(details)) return;
        if (next?.value === createValue) onCreate?.(query.trim());
        else onValueChange(next);
      }}
      onInputValueChange={(text, details) => {
        if (keepsOnEscape(details)) return;
        const typed = details.reason === 'input-change' || details.reason === 'input-clear' ? text : '';
        setQuery(typed);
        report(typed);
      }}
    >
      <Base.InputGroup className="relative min-w-0">
        <Base.Input
          {...wiring}
          aria-label={props['aria-label']}
          aria-labelledby={props['aria-label'] ? undefined : labelId}
          placeholder={placeholder}
          autoComplete="off"
          className={classNames(
            controlClass,
            value ? 'pr-16 pointer-coarse:pr-20' : 'pr-9 pointer-coarse:pr-11',
            className,
          )}
        />
        <span className="absolute inset-y-0 right-1 flex items-center text-muted">
          {value ? (
            <Base.Clear aria-label="Clear" className={innerButtonClass}>
              <X aria-hidden className="size-4" />
            </Base.Clear>
          ) : null}
          <Base.Trigger aria-label="Show options" className={innerButtonClass}>
            <ChevronDown aria-hidden className="size-4" />
          </Base.Trigger>
        </span>
      </Base.InputGroup>
      <OptionList {...props} query={query} />
    </Base.Root>
  );
}

type ChangeDetails = { reason: string; cancel: () => void; allowPropagation: () => void };

/** Escape closes, first the list and then what stands around it. It takes nothing away: the cross does. */
function keepsOnEscape(details: ChangeDetails): boolean {
  if (details.reason !== 'escape-key') return false;
  details.cancel();
  details.allowPropagation();
  return true;
}

function OptionList({ loading, emptyText, query, createLabel }: ComboboxProps & { query: string }): ReactNode {
  return (
    <Base.Portal>
      <Base.Positioner sideOffset={4} collisionPadding={8} className="z-50">
        <Base.Popup className={classNames(menuPopupClass, 'w-(--anchor-width) max-w-none min-w-64')}>
          <Base.Status className="px-2.5 text-small text-muted">
            {loading ? (
              <span className="flex items-center gap-2 py-1.5">
                <Spinner /> Looking…
              </span>
            ) : null}
          </Base.Status>
          <Base.Empty className="px-2.5 text-small text-muted *:py-1.5">
            {loading ? null : <p>{emptyText ?? 'Nothing found.'}</p>}
          </Base.Empty>
          <Base.List>
            {(item: ComboboxOption) => (
              <Base.Item key={item.value} value={item} className={menuItemClass}>
                {item.value === createValue ? <Plus aria-hidden className="mt-0.5 text-primary" /> : null}
                <span className="min-w-0 flex-1">
                  {item.value === createValue ? (createLabel?.(query.trim()) ?? item.label) : item.label}
                  {item.detail ? <span className="block text-small text-muted">{item.detail}</span> : null}
                </span>
                <Base.ItemIndicator>
                  <Check aria-hidden />
                </Base.ItemIndicator>
              </Base.Item>
            )}
          </Base.List>
        </Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  );
}

function useItems({ options, onQueryChange, onCreate, value }: ComboboxProps, query: string): ComboboxOption[] {
  const wanted = query.trim().toLowerCase();
  const isServerSide = onQueryChange !== undefined;
  const found = isServerSide || wanted === '' ? [...options] : options.filter((option) => matches(option, wanted));
  // The chosen option must be among the items even when the server's answer no longer holds it.
  if (wanted === '' && value && !found.some((option) => option.value === value.value)) found.unshift(value);
  const isKnown = found.some((option) => option.label.toLowerCase() === wanted);
  if (onCreate && wanted !== '' && !isKnown) found.push({ value: createValue, label: `Create "${query.trim()}"` });
  return found;
}

function matches(option: ComboboxOption, wanted: string): boolean {
  return `${option.label} ${option.detail ?? ''}`.toLowerCase().includes(wanted);
}

/** Calls `run` with the last text once typing has paused. */
function useDebounced(run: (text: string) => void): (text: string) => void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (text) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => run(text), DEBOUNCE_MS);
  };
}

function ignore(): void {}

const innerButtonClass =
  'grid size-7 place-items-center rounded-control hover:bg-sunken hover:text-ink pointer-coarse:h-11 pointer-coarse:w-9';
