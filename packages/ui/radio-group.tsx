'use client';

import { type ReactNode, useId } from 'react';
import { FieldGroup, type FieldProps } from './field.tsx';

export type RadioOption = { value: string; label: ReactNode; help?: ReactNode; disabled?: boolean };

export type RadioGroupProps = Omit<FieldProps, 'children'> & {
  options: readonly RadioOption[];
  name?: string;
  value?: string;
  defaultValue?: string;
  onValueChange?: (value: string) => void;
  /** In a line where there is room, or one below the other. */
  layout?: 'column' | 'row';
};

/** One choice of a few, all in sight. Native radio buttons in a fieldset: arrow keys and forms work by themselves. */
export function RadioGroup(props: RadioGroupProps): ReactNode {
  const { options, name, value, defaultValue, onValueChange, layout = 'column', ...field } = props;
  const generated = useId();
  return (
    <FieldGroup {...field}>
      <div className={layout === 'row' ? 'flex flex-wrap gap-x-6 gap-y-1' : 'flex flex-col gap-1'}>
        {options.map((option) => (
          <Radio
            key={option.value}
            option={option}
            name={name ?? generated}
            checked={value === undefined ? undefined : value === option.value}
            defaultChecked={value === undefined ? defaultValue === option.value : undefined}
            onSelect={() => onValueChange?.(option.value)}
          />
        ))}
      </div>
    </FieldGroup>
  );
}

type RadioProps = {
  option: RadioOption;
  name: string;
  checked: boolean | undefined;
  defaultChecked: boolean | undefined;
  onSelect: () => void;
};

function Radio({ option, name, checked, defaultChecked, onSelect }: RadioProps): ReactNode {
  const id = useId();
  return (
    <div className="flex items-start gap-1.5">
      <span className="relative inline-grid size-6 shrink-0 place-items-center pointer-coarse:size-11">
        <input
          type="radio"
          id={id}
          name={name}
          value={option.value}
          checked={checked}
          defaultChecked={defaultChecked}
          disabled={option.disabled}
          aria-describedby={option.help ? `${id}-help` : undefined}
          onChange={onSelect}
          className="peer absolute inset-0 m-0 cursor-pointer appearance-none rounded-full disabled:cursor-not-allowed"
        />
        <span
          aria-hidden
          className="pointer-events-none size-4.5 rounded-full border border-control bg-surface peer-hover:border-ink peer-checked:border-[5px] peer-checked:border-primary peer-disabled:border-line peer-disabled:bg-sunken forced-colors:peer-checked:border-[Highlight]"
        />
      </span>
      <div className="min-w-0 py-0.5 pointer-coarse:py-3">
        <label htmlFor={id} className="text-body wrap-anywhere text-ink">
          {option.label}
        </label>
        {option.help ? (
          <div id={`${id}-help`} className="text-small text-muted">
            {option.help}
          </div>
        ) : null}
      </div>
    </div>
  );
}
