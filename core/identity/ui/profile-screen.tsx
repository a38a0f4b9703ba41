'use client';

import { Avatar } from '@aura/ui/avatar';
import { Field } from '@aura/ui/field';
import { PageHeader } from '@aura/ui/page-header';
import { SkeletonPanel, SkeletonRegion } from '@aura/ui/skeleton';
import { TextInput } from '@aura/ui/text-input';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { MeOutput } from '../me.schema.ts';
import { formErrors, missingFields, useFormFailure } from './form-failure.ts';
import { LoadFailure } from './load-failure.tsx';
import { SaveRow } from './save-row.tsx';
import { settingsCrumb } from './settings-crumb.ts';
import { SettingsForm, SettingsSection } from './settings-section.tsx';
import { useIdentityApi } from './use-identity-api.ts';

/** What colleagues see of a person. */
export function ProfileScreen(): ReactNode {
  const { data, error, refetch } = useQuery(useIdentityApi().me.get.queryOptions());
  return (
    <>
      <PageHeader
        breadcrumb={settingsCrumb}
        title="Profile"
        subtitle="What your colleagues see of you in this workspace."
      />
      {data ? (
        <ProfileForm me={data} />
      ) : error ? (
        <LoadFailure thing="your profile" error={error} onRetry={() => void refetch()} />
      ) : (
        <Loading />
      )}
    </>
  );
}

function Loading(): ReactNode {
  return (
    <SkeletonRegion className="max-w-160">
      <SkeletonPanel lines={6} />
    </SkeletonRegion>
  );
}

function ProfileForm({ me }: { me: MeOutput }): ReactNode {
  const [name, setName] = useState(me.name);
  const [title, setTitle] = useState(me.title ?? '');
  const [department, setDepartment] = useState(me.department ?? '');
  const failure = useFormFailure();
  const api = useIdentityApi().me;
  const queries = useQueryClient();
  const { mutate, isPending, isSuccess, reset } = useMutation(
    api.update.mutationOptions({
      onSuccess: (saved) => {
        failure.clear();
        queries.setQueryData(api.get.queryKey(), saved);
      },
      onError: (error) => failure.fail(formErrors(error, ['name', 'title', 'department'])),
    }),
  );
  const submit = (): void => {
    const missing = missingFields({ name: { value: name, message: 'Enter your name' } });
    if (missing.length > 0) {
      failure.fail(missing);
      return;
    }
    if (!isPending) mutate({ name, title: title.trim() || null, department: department.trim() || null });
  };
  const typing = (change: (value: string) => void) => (event: { target: { value: string } }) => {
    if (isSuccess) reset();
    change(event.target.value);
  };
  return (
    <SettingsSection title="About you">
      <SettingsForm failure={failure} onSubmit={submit}>
        <div className="flex items-center gap-4">
          <Avatar name={name || me.name} size="lg" />
          <p className="min-w-0 wrap-anywhere text-muted">{me.email}</p>
        </div>
        <Field label="Name" id="name" error={failure.errorOf('name')}>
          <TextInput name="name" autoComplete="name" maxLength={200} value={name} onChange={typing(setName)} />
        </Field>
        <Field label="Job title" mark="optional" id="title" error={failure.errorOf('title')}>
          <TextInput
            name="title"
            autoComplete="organization-title"
            maxLength={120}
            value={title}
            onChange={typing(setTitle)}
          />
        </Field>
        <Field label="Department" mark="optional" id="department" error={failure.errorOf('department')}>
          <TextInput
            name="department"
            autoComplete="off"
            maxLength={120}
            value={department}
            onChange={typing(setDepartment)}
          />
        </Field>
        <SaveRow isPending={isPending} isSaved={isSuccess} />
      </SettingsForm>
    </SettingsSection>
  );
}
