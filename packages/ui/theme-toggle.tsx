'use client';

import { Monitor, Moon, Sun } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import { applyTheme, type Theme } from './theme.ts';

const choices = [
  { value: 'system', label: 'System', Icon: Monitor },
  { value: 'light', label: 'Light', Icon: Sun },
  { value: 'dark', label: 'Dark', Icon: Moon },
] as const;

export type ThemeToggleProps = {
  /** The cookie's value. */
  initial?: Theme;
  /** Among other settings its name is in sight; in a bar the choices speak for themselves. */
  isLabelShown?: boolean;
};

/** Chooses the theme. The server reads the cookie next time, so nothing flashes. */
export function ThemeToggle({ initial = 'system', isLabelShown = false }: ThemeToggleProps): ReactNode {
  const [theme, setTheme] = useState<Theme>(initial);
  const name = useId();
  const choose = (next: Theme): void => {
    setTheme(next);
    applyTheme(next);
  };
  return (
    <fieldset className="m-0 min-w-0 border-0 p-0">
      <legend className={isLabelShown ? 'pb-1.5 font-medium' : 'sr-only'}>Theme</legend>
      <div className="inline-flex rounded-control border border-control bg-surface p-0.5">
        {choices.map(({ value, label, Icon }) => (
          <label
            key={value}
            className="relative inline-flex min-h-8 items-center gap-1.5 rounded-[4px] px-2.5 text-small text-muted hover:text-ink has-checked:bg-primary-soft has-checked:font-medium has-checked:text-primary has-focus-visible:outline-2 has-focus-visible:outline-focus pointer-coarse:min-h-11"
          >
            <input
              type="radio"
              name={name}
              value={value}
              checked={theme === value}
              onChange={() => choose(value)}
              className="absolute inset-0 m-0 cursor-pointer appearance-none rounded-[4px] outline-none"
            />
            <Icon aria-hidden className="size-4" />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
