'use client';

import { formErrors, missingFields, useFormFailure } from '@aura/identity/client';
import { Field } from '@aura/ui/field';
import { FormErrorSummary } from '@aura/ui/form-error-summary';
import { PlainButton } from '@aura/ui/plain-button';
import { TextInput } from '@aura/ui/text-input';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { rememberWorkspace } from './known-workspaces.ts';
import { slugFromAddress } from './slug-from-address.ts';
import { useTenantsApi } from './use-tenants-api.ts';

/** For people who know their workspace's address. */
export function WorkspaceByAddress({ rootDomain }: { rootDomain: string }): ReactNode {
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
        rememberWorkspace(wanted);
        location.assign(`${location.protocol}//${wanted}.${rootDomain}/login`);
        return;
      }
      const message = `We couldn't find ${wanted}.${rootDomain}. Check the spelling, or let us mail you the list below.`;
      failure.fail([{ field: 'workspace', message }]);
    },
    onError: (error) => failure.fail(formErrors(error, ['workspace'])),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isPending) return;
    const missing = missingFields({ workspace: { value: slug, message: "Enter your workspace's address" } });
    if (missing.length > 0) failure.fail(missing);
    else mutate(slug);
  };
  return (
    <form
      method="post"
      onSubmit={submit}
      noValidate
      aria-labelledby="by-address-heading"
      className="flex flex-col gap-5 border-t border-line pt-6"
    >
      <h2 id="by-address-heading" className="text-h2">
        I know my workspace's address
      </h2>
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
      <PlainButton
        type="submit"
        variant="primary"
        size="lg"
        loading={isPending || data === true}
        loadingLabel="Looking…"
      >
        Continue
      </PlainButton>
    </form>
  );
}
