'use client';

import { Banner } from '@aura/ui/banner';
import { Button } from '@aura/ui/button';
import { CopyButton } from '@aura/ui/copy-button';
import { DialogClose } from '@aura/ui/dialog';
import { Field } from '@aura/ui/field';
import { FormErrorSummary } from '@aura/ui/form-error-summary';
import { RadioGroup } from '@aura/ui/radio-group';
import { Select } from '@aura/ui/select';
import { Sheet } from '@aura/ui/sheet';
import { TextInput } from '@aura/ui/text-input';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { KeyRound } from 'lucide-react';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { API_KEY_DAYS_DEFAULT } from '../api-key.ts';
import { formErrors, missingFields, useFormFailure } from './form-failure.ts';
import { PermissionChoice } from './permission-choice.tsx';
import { useIdentityApi } from './use-identity-api.ts';
import { useMe } from './use-me.ts';

type MadeKey = { name: string; secret: string };
type ApiKeySheetProps = { open: boolean; onOpenChange: (open: boolean) => void };

/** Makes a key: a name, how long, and what it may do. Then shows it, this once. */
export function ApiKeySheet({ open, onOpenChange }: ApiKeySheetProps): ReactNode {
  const formId = useId();
  const [made, setMade] = useState<MadeKey | null>(null);
  const [isPending, setPending] = useState(false);
  const change = (isOpen: boolean): void => {
    setMade(null);
    onOpenChange(isOpen);
  };
  return (
    <Sheet
      title={made ? 'Copy your key' : 'New API key'}
      open={open}
      onOpenChange={change}
      footer={
        made ? (
          <DialogClose>Done</DialogClose>
        ) : (
          <>
            <DialogClose />
            <Button type="submit" form={formId} variant="primary" loading={isPending} loadingLabel="Making…">
              Make key
            </Button>
          </>
        )
      }
    >
      {made ? (
        <ShownKey {...made} />
      ) : open ? (
        <ApiKeyForm formId={formId} onPending={setPending} onMade={setMade} />
      ) : null}
    </Sheet>
  );
}

function ShownKey({ name, secret }: MadeKey): ReactNode {
  return (
    <div className="flex flex-col gap-4">
      <Banner tone="warn" title="This is the only time it is shown" isAnnounced>
        Keep it where you keep passwords. Whoever has it can do what it may do.
      </Banner>
      <Field label={`Key of ${name}`}>
        <TextInput
          readOnly
          value={secret}
          lead={<KeyRound aria-hidden />}
          className="font-mono"
          onFocus={(event) => event.target.select()}
        />
      </Field>
      <CopyButton text={secret} variant="primary" className="self-start">
        Copy key
      </CopyButton>
    </div>
  );
}

type FormProps = {
  formId: string;
  onPending: (isPending: boolean) => void;
  onMade: (made: MadeKey) => void;
};

const terms = [7, 30, 90, 180, 365].map((days) => ({
  value: String(days),
  label: days === 365 ? '1 year' : `${days} days`,
}));

function ApiKeyForm({ formId, onPending, onMade }: FormProps): ReactNode {
  const own = useMe()?.permissions ?? [];
  const [name, setName] = useState('');
  const [days, setDays] = useState(String(API_KEY_DAYS_DEFAULT));
  const [isNarrowed, setNarrowed] = useState(false);
  const [scopes, setScopes] = useState<ReadonlySet<string>>(new Set());
  const failure = useFormFailure();
  const { mutateAsync, isPending } = useCreateApiKey(onPending);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (isPending) return;
    const missing = missingFields({ name: { value: name, message: 'Enter a name, such as what will use the key' } });
    if (isNarrowed && scopes.size === 0) missing.push({ field: 'scopes', message: 'Choose at least one permission' });
    if (missing.length > 0) return failure.fail(missing);
    failure.clear();
    try {
      const { key } = await mutateAsync({
        name,
        expiresInDays: Number(days),
        ...(isNarrowed ? { scopes: [...scopes] } : {}),
      });
      onMade({ name: name.trim(), secret: key });
    } catch (error) {
      failure.fail(formErrors(error, ['name', 'scopes', 'expiresInDays']));
    }
  };
  return (
    <form id={formId} noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-5">
      <FormErrorSummary errors={failure.errors} attempt={failure.attempt} />
      <Field id="name" label="Name" help="What will use it, so that you know it later" error={failure.errorOf('name')}>
        <TextInput maxLength={100} autoComplete="off" value={name} onChange={(event) => setName(event.target.value)} />
      </Field>
      <Field id="expiresInDays" label="Works for" error={failure.errorOf('expiresInDays')}>
        <Select options={terms} value={days} onChange={(event) => setDays(event.target.value)} />
      </Field>
      <RadioGroup
        label="May do"
        value={isNarrowed ? 'some' : 'all'}
        onValueChange={(value) => setNarrowed(value === 'some')}
        options={[
          { value: 'all', label: 'Everything you may', help: 'Follows your role when it changes' },
          { value: 'some', label: 'Only what you choose', help: 'Safer: a key that is lost does less harm' },
        ]}
      />
      {isNarrowed ? (
        <PermissionChoice
          id="scopes"
          permissions={own}
          chosen={scopes}
          onChange={setScopes}
          error={failure.errorOf('scopes')}
        />
      ) : null}
    </form>
  );
}

function useCreateApiKey(onPending: (isPending: boolean) => void) {
  const api = useIdentityApi().apiKeys;
  const queries = useQueryClient();
  return useMutation(
    api.create.mutationOptions({
      onMutate: () => onPending(true),
      onSettled: () => onPending(false),
      onSuccess: () => queries.invalidateQueries({ queryKey: api.list.queryKey() }),
    }),
  );
}
