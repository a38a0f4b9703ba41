'use client';

import { Button } from '@aura/ui/button';
import { Field } from '@aura/ui/field';
import { TextInput } from '@aura/ui/text-input';
import { useQuery } from '@tanstack/react-query';
import { CircleCheck, CircleX } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useTenantsApi } from './use-tenants-api.ts';

type SlugFieldProps = { slug: string; rootDomain: string; error: ReactNode; onSlugChange: (slug: string) => void };

const PAUSE_MS = 400;

/** The workspace's address, looked up while it is typed; taken ones come with free ones beside them. */
export function SlugField({ slug, rootDomain, error, onSlugChange }: SlugFieldProps): ReactNode {
  return (
    <Field
      label="Workspace address"
      id="slug"
      error={error}
      help="Your team opens this address. It stays as it is, so choose well."
    >
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="min-w-40 flex-1">
          <TextInput
            name="slug"
            id="slug"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={40}
            value={slug}
            aria-describedby="slug-suffix"
            onChange={(event) => onSlugChange(event.target.value.toLowerCase().replaceAll(/[\s_.]+/g, '-'))}
          />
        </span>
        <span id="slug-suffix" className="text-body-lg text-muted">
          .{rootDomain}
        </span>
      </div>
      <SlugAnswer slug={slug} onChoose={onSlugChange} />
    </Field>
  );
}

function SlugAnswer({ slug, onChoose }: { slug: string; onChoose: (slug: string) => void }): ReactNode {
  const settled = useSettled(slug);
  const { data, isError } = useQuery({
    ...useTenantsApi().signUp.slug.queryOptions({ slug: settled }),
    enabled: settled !== '',
    staleTime: 10_000,
  });
  const isCurrent = settled === slug && slug !== '';
  return (
    <div aria-live="polite" className="min-h-6 text-small">
      {isCurrent && !data && !isError ? <p className="text-muted">Looking whether it is free…</p> : null}
      {isCurrent && isError ? <p className="text-muted">We couldn't look it up just now. You can go on.</p> : null}
      {isCurrent && data?.available ? (
        <p className="flex items-center gap-1.5 text-ok">
          <CircleCheck aria-hidden className="size-4" /> {slug} is free
        </p>
      ) : null}
      {isCurrent && data && !data.available ? (
        <div className="flex flex-wrap items-center gap-2">
          <p className="flex items-center gap-1.5 text-danger">
            <CircleX aria-hidden className="size-4" /> {data.message ?? `${slug} is not available`}
            {data.suggestions.length > 0 ? '. Try' : '.'}
          </p>
          {data.suggestions.map((suggestion) => (
            <Button key={suggestion} size="sm" onClick={() => onChoose(suggestion)}>
              {suggestion}
            </Button>
          ))}
        </div>
      ) : null}
    </div>
  );
}

/** The value once typing has paused. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
