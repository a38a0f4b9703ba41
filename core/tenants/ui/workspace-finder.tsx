'use client';

import { formErrors, missingFields, useFormFailure } from '@aura/identity/client';
import { Button } from '@aura/ui/button';
import { Field } from '@aura/ui/field';
import { FormErrorSummary } from '@aura/ui/form-error-summary';
import { Link } from '@aura/ui/link';
import { TextInput } from '@aura/ui/text-input';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { slugFromAddress } from './slug-from-address.ts';
import { useTenantsApi } from './use-tenants-api.ts';

/** Leads people to their own workspace's host. */
export function WorkspaceFinder({ rootDomain }: { rootDomain: string }): ReactNode {
  const [typed, setTyped] = useState('');
  const failure = useFormFailure();
  const slug = slugFromAddress(typed, rootDomain);
  const api = useTenantsApi().signUp;
  const queries = useQueryClient();
  const { mutate, isPending, data } = useMutation({
    // An address that nobody can take any more is one that somebody has.
    mutationFn: async (wanted: string) =>
      (await queries.fetchQuery(api.slug.queryOptions({ slug: wanted }))).reason === 'taken',
    onSuccess: (isKnown, wanted) => {
      if (isKnown) {
        location.assign(`${location.protocol}//${wanted}.${rootDomain}/login`);
        return;
      }
      failure.fail([{ field: 'workspace', message: `We couldn't find ${wanted}.${rootDomain}. Check the spelling.` }]);
    },
    onError: (error) => failure.fail(formErrors(error, ['workspace'])),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isPending) return;
    const missing = missingFields({ workspace: { value: slug, message: "Enter your workspace's address" } });
    if (missing.length > 0) {
      failure.fail(missing);
      return;
    }
    mutate(slug);
  };
  return (
    <form method="post" onSubmit={submit} noValidate className="flex flex-col gap-6">
      <div>
        <h1 className="font-brand text-[2rem] leading-9.5 font-semibold text-balance">Find your workspace</h1>
        <p className="mt-2 text-body-lg text-muted">
          Each company has an address of its own, where its people sign in.
        </p>
      </div>
      <FormErrorSummary errors={failure.errors} attempt={failure.attempt} />
      <Field
        label="Workspace address"
        id="workspace"
        error={failure.errorOf('workspace')}
        help="It stands in every e-mail that Aura has sent you."
      >
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="min-w-40 flex-1">
            <TextInput
              name="workspace"
              id="workspace"
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              value={typed}
              aria-describedby="workspace-suffix"
              onChange={(event) => setTyped(event.target.value)}
            />
          </span>
          <span id="workspace-suffix" className="text-body-lg text-muted">
            .{rootDomain}
          </span>
        </div>
      </Field>
      <Button type="submit" variant="primary" size="lg" loading={isPending || data === true} loadingLabel="Looking…">
        Continue
      </Button>
      <p className="text-muted">
        New here?{' '}
        <Link href="/signup" className="text-link">
          Start a workspace
        </Link>
      </p>
    </form>
  );
}
